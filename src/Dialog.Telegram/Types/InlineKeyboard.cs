using System.Text;

namespace Dialog.Telegram;

/// <summary>Buttons below a message, row by row.</summary>
public sealed record InlineKeyboard([property: System.Text.Json.Serialization.JsonPropertyName("inline_keyboard")] IReadOnlyList<IReadOnlyList<InlineButton>> Rows)
{
    /// <summary>One button a row: what long labels need on a phone.</summary>
    public static InlineKeyboard Column(params IEnumerable<InlineButton> buttons) =>
        new([.. buttons.Select(button => (IReadOnlyList<InlineButton>)[button])]);
}

/// <summary>A button: it either comes back as a <see cref="CallbackQuery"/> or opens an address.</summary>
public sealed record InlineButton
{
    /// <summary>The most bytes, in UTF-8, a button can bring back; at least one.</summary>
    public const int DataBytes = 64;

    private InlineButton(string text) => Text = text;

    /// <summary>The label.</summary>
    public string Text { get; }

    /// <summary>What comes back when it is pressed.</summary>
    public string? CallbackData { get; private init; }

    /// <summary>The address it opens.</summary>
    public Uri? Url { get; private init; }

    /// <summary>Whether a button can bring this back: 1–64 bytes of UTF-8.</summary>
    public static bool Fits(string data) => Encoding.UTF8.GetByteCount(data) is >= 1 and <= DataBytes;

    /// <summary>A button that comes back with data. Use short ids.</summary>
    /// <exception cref="ArgumentException">The data does not fit, or the label is empty.</exception>
    public static InlineButton Callback(string text, string data)
    {
        if (!Fits(data)) throw new ArgumentException($"A button brings back 1 to {DataBytes} bytes.", nameof(data));
        return new InlineButton(Labelled(text)) { CallbackData = data };
    }

    /// <summary>A button that opens an address.</summary>
    /// <exception cref="ArgumentException">The label is empty.</exception>
    public static InlineButton Link(string text, Uri url) => new(Labelled(text)) { Url = url };

    private static string Labelled(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return text;
    }
}
