using System.Text.Json;

namespace Dialog.Cli.Load.Hub;

/// <summary>One record of SignalR's JSON protocol, taken apart as far as its envelope goes. Copies nothing.</summary>
internal ref struct HubRecord
{
    public const byte Separator = 0x1e;
    public const int Invocation = 1;
    public const int Completion = 3;
    public const int Close = 7;

    public int Type { get; private set; }

    public ReadOnlySpan<byte> InvocationId { get; private set; }

    public ReadOnlySpan<byte> Target { get; private set; }

    /// <summary>What the server says went wrong with the call or the connection; null when nothing did.</summary>
    public string? Error { get; private set; }

    /// <summary>Whether there is a result or arguments, and <see cref="Payload"/> stands on it.</summary>
    public bool HasPayload { get; private set; }

    public Utf8JsonReader Payload { get; private set; }

    /// <exception cref="JsonException">The record is no JSON object.</exception>
    public static HubRecord Parse(ReadOnlySpan<byte> json)
    {
        var record = default(HubRecord);
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A record of the hub is an object.");

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("type"u8))
                record.Type = reader.GetInt32();
            else if (name.SequenceEqual("invocationId"u8))
                record.InvocationId = reader.ValueSpan;
            else if (name.SequenceEqual("target"u8))
                record.Target = reader.ValueSpan;
            else if (name.SequenceEqual("error"u8))
                record.Error = reader.GetString();
            else if (name.SequenceEqual("result"u8) || name.SequenceEqual("arguments"u8))
                record.Keep(reader);
            reader.Skip();
        }

        return record;
    }

    private void Keep(in Utf8JsonReader reader)
    {
        HasPayload = true;
        Payload = reader;
    }
}
