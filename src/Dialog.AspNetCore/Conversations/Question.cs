namespace Dialog.AspNetCore.Conversations;

/// <summary>What a visitor asks in one message or several.</summary>
internal static class Question
{
    /// <summary>The messages as one text, cut at <see cref="Limits.MessageLength"/>: more is not read.</summary>
    public static string Of(IEnumerable<string> messages)
    {
        var text = string.Join(' ', messages);
        if (text.Length <= Limits.MessageLength)
            return text;
        return text[..(char.IsHighSurrogate(text[Limits.MessageLength - 1]) ? Limits.MessageLength - 1 : Limits.MessageLength)];
    }
}
