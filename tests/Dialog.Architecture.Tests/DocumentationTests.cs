using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Dialog.Architecture.Tests;

/// <summary>What is public is meant, and says what it is.</summary>
public class DocumentationTests
{
    [TestCase("Dialog.AspNetCore")]
    [TestCase("Dialog.Matching")]
    [TestCase("Dialog.Storage")]
    [TestCase("Dialog.Telegram")]
    public void Every_public_type_says_what_it_is(string name)
    {
        var assembly = Assembly.Load(name);
        var documented = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .Where(member => !string.IsNullOrWhiteSpace(member.Value) || member.Element("inheritdoc") is not null)
            .Select(member => (string?)member.Attribute("name")).ToHashSet();
        var silent = assembly.GetExportedTypes()
            .Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
            .Select(type => "T:" + type.FullName!.Replace('+', '.'))
            .Where(member => !documented.Contains(member));
        Assert.That(silent, Is.Empty);
    }
}
