using System.Text.Json.Nodes;

namespace Dialog.Tests.Messengers;

/// <summary>What a chat was sent by the bot.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="MessageId">The message's id in the chat.</param>
/// <param name="Text">The words, or the caption of a file, as they were sent.</param>
/// <param name="At">When it was taken.</param>
/// <param name="Keyboard">The inline keyboard below it; null when there is none.</param>
/// <param name="File">The file it brought.</param>
internal sealed record SentMessage(long Chat, long MessageId, string Text, DateTimeOffset At, JsonNode? Keyboard = null, SentFile? File = null)
{
    /// <summary>The labels of its buttons, row by row.</summary>
    public IEnumerable<string> Buttons => Pressable.Select(button => button["text"]!.ToString());

    /// <summary>What the button of that label brings back; null when there is no such button.</summary>
    public string? DataOf(string label) =>
        Pressable.FirstOrDefault(button => button["text"]!.ToString() == label)?["callback_data"]?.ToString();

    private IEnumerable<JsonNode> Pressable => Keyboard is null ? [] : Keyboard["inline_keyboard"]!.AsArray().SelectMany(row => row!.AsArray()).OfType<JsonNode>();
}

/// <summary>A file as the server got it.</summary>
internal sealed record SentFile(string Name, string? Type, byte[] Bytes);
