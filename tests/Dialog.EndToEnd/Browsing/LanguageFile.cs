using System.Text.RegularExpressions;
using Dialog.EndToEnd.Hosting;

namespace Dialog.EndToEnd.Browsing;

/// <summary>
/// The words on the screen, read from the language files the pages are built from: the tests look for what a person
/// reads, and a better wording breaks none of them.
/// </summary>
internal sealed partial class LanguageFile
{
    private readonly Dictionary<string, string> _texts = [];
    private readonly string _file;

    private LanguageFile(params string[] files)
    {
        _file = files[0];
        foreach (var file in files)
            Read(File.ReadAllText(Path.Combine(Places.Root, file)));
    }

    public static LanguageFile Console(string language) =>
        new($"src/Dialog.Console/src/i18n/{language}.ts", $"src/Dialog.Console/src/i18n/{language}.messengers.ts", $"src/Dialog.Console/src/i18n/{language}.feedback.ts");

    public static LanguageFile Widget(string language) => new($"widget/src/strings/{language}.ts");

    /// <summary>A text without gaps, by its path in the file: <c>session.signIn</c>.</summary>
    public string this[string path] => _texts.TryGetValue(path, out var text)
        ? text
        : throw new KeyNotFoundException($"{_file} has no text {path}.");

    /// <summary>A text with gaps, as a pattern that takes anything in them.</summary>
    public Regex Like(string path) => new('^' + string.Join(".+", Gap().Split(this[path]).Select(Regex.Escape)) + '$');

    /// <summary>A text with gaps, filled in.</summary>
    public string Fill(string path, string value) => Gap().Replace(this[path], value);

    private void Read(string content)
    {
        var path = new Stack<string>();
        foreach (Match token in Token().Matches(content))
        {
            if (token.Value == "}")
                path.TryPop(out _);
            else if (token.Groups["open"].Success)
                path.Push(token.Groups["key"].Value);
            else if (token.Groups["text"].Success)
                _texts.TryAdd(Name(path, token.Groups["key"].Value), Unquote(token.Groups["text"].Value));
        }
    }

    private static string Name(Stack<string> path, string key) =>
        string.Join('.', path.Where(part => part.Length > 0).Reverse().Append(key.Trim('\'')));

    private static string Unquote(string text) => text.Replace(@"\'", "'", StringComparison.Ordinal).Replace(@"\n", "\n", StringComparison.Ordinal);

    [GeneratedRegex("""
        //[^\n]*
        | (?<key> [\w:]+ | '[^']+' ) \s*:\s* (\([^)]*\)(\s*:\s*\w+)?\s*=>\s*)?
            ( '(?<text>([^'\\]|\\.)*)' | `(?<text>[^`]*)` )
        | ((?<key> [\w:]+ | '[^']+' ) \s*:\s* )? (?<open>\{)
        | '([^'\\]|\\.)*' | `[^`]*`
        | \}
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Gap();
}
