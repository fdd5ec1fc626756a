using System.Text.Json;

namespace Dialog.Tests.Hubs;

/// <summary>Cuts a stream of bytes into SignalR's JSON messages, each ended by a record separator.</summary>
internal sealed class HubMessages
{
    public const char Separator = '\u001e';

    private readonly List<byte> _rest = [];

    public IEnumerable<JsonElement> Add(ReadOnlySpan<byte> bytes)
    {
        var whole = new List<JsonElement>();
        while (bytes.IndexOf((byte)Separator) is >= 0 and var end)
        {
            _rest.AddRange(bytes[..end]);
            whole.Add(JsonElement.Parse(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_rest)));
            _rest.Clear();
            bytes = bytes[(end + 1)..];
        }

        _rest.AddRange(bytes);
        return whole;
    }
}
