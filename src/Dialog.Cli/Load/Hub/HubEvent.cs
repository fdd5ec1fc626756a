using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Dialog.Cli.Load.Hub;

/// <summary>What happened, as far as the load tool tells things apart.</summary>
internal enum HappenedKind : byte
{
    Other,
    OwnMessage,
    BotMessage,
    Handoff,
    WithBotAgain,
}

/// <summary>An event with its place in the conversation.</summary>
/// <param name="Sequence">Its number: 1, 2, 3 …</param>
/// <param name="Kind">What it is.</param>
/// <param name="Own">Which of the visitor's own messages it is; -1 when it is none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HubEvent(long Sequence, HappenedKind Kind, int Own)
{
    /// <summary>The event of a page.</summary>
    public static HubEvent Of(LogEvent entry)
    {
        var id = entry.Id is null ? -1 : OwnOf(Encoding.UTF8.GetBytes(entry.Id));
        return new(entry.Sequence, KindOf(Encoding.UTF8.GetBytes(entry.Kind), Encoding.UTF8.GetBytes(entry.From ?? ""), id), id);
    }

    /// <summary>The next event of a pushed list; the reader stands before it. False at the list's end.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, out HubEvent happened)
    {
        happened = default;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;

        long sequence = 0;
        var own = -1;
        ReadOnlySpan<byte> kind = default, from = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("sequence"u8))
                sequence = reader.GetInt64();
            else if (name.SequenceEqual("kind"u8))
                kind = reader.ValueSpan;
            else if (name.SequenceEqual("from"u8))
                from = reader.ValueSpan;
            else if (name.SequenceEqual("id"u8))
                own = OwnOf(reader.ValueSpan);
            else
                reader.Skip();
        }

        happened = new(sequence, KindOf(kind, from, own), own);
        return true;
    }

    private static int OwnOf(ReadOnlySpan<byte> id) =>
        id.Length > 1 && id[0] == HubFrames.IdPrefix && Utf8Parser.TryParse(id[1..], out int number, out var read) && read == id.Length - 1
            ? number
            : -1;

    private static HappenedKind KindOf(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> from, int own) =>
        kind.SequenceEqual("message"u8)
            ? own >= 0 ? HappenedKind.OwnMessage : from.SequenceEqual("bot"u8) ? HappenedKind.BotMessage : HappenedKind.Other
            : kind.SequenceEqual("handoff"u8) ? HappenedKind.Handoff
            : kind.SequenceEqual("returned"u8) || kind.SequenceEqual("closed"u8) ? HappenedKind.WithBotAgain
            : HappenedKind.Other;
}
