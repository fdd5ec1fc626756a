using System.Xml.Linq;
using Dialog.Storage;
using Dialog.Storage.Keys;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Dialog.AspNetCore.Security;

/// <summary>Keeps Data Protection's keys in the database. The framework's face is synchronous and is used at start only.</summary>
internal sealed class KeyRepository(KeyStore keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Task.Run(keys.AllAsync).GetAwaiter().GetResult().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        Task.Run(() => keys.AddAsync(string.IsNullOrEmpty(friendlyName) ? RandomId.New() : friendlyName, element.ToString(SaveOptions.DisableFormatting)))
            .GetAwaiter().GetResult();
}
