namespace Dialog.AspNetCore.Attachments;

/// <summary>Makes what a sender calls a file fit to be shown and saved: one line, no path, not too long.</summary>
internal static class AttachmentNames
{
    private const string Nameless = "file";

    public static string Clean(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = string.Concat(last.Where(c => !char.IsControl(c) && !IsDirectional(c) && !char.IsSurrogate(c))).Trim();
        if (clean.Trim('.').Length == 0)
            return Nameless;
        if (clean.Length <= Limits.NameLength)
            return clean;
        var extension = Path.GetExtension(clean);
        return extension.Length is > 0 and < 12 ? clean[..(Limits.NameLength - extension.Length)] + extension : clean[..Limits.NameLength];
    }

    // With these, exe.jpg can be made to read as jpg.exe and the other way round.
    private static bool IsDirectional(char c) => c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u200e' or '\u200f';
}
