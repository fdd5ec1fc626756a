using System.Text;
using Dialog.Matching;
using Dialog.Matching.Evaluation;

namespace Dialog.Cli;

/// <summary>A file of labelled messages: <c>label&lt;TAB&gt;text</c> a line, UTF-8, with or without a byte-order mark.</summary>
internal static class LabelledFile
{
    /// <summary>The label of a message that no intent answers.</summary>
    public const string OutOfScope = "OOS";

    private const long LargestFile = 200_000_000;

    /// <summary>The rows as a training set; each label, its words parted, is also its intent's title.</summary>
    public static TrainingSet ReadTraining(FileInfo file)
    {
        var rows = Read(file);
        var intents = rows
            .Where(row => row.Label != OutOfScope)
            .GroupBy(row => row.Label, StringComparer.Ordinal)
            .Select(group => new TrainingIntent(group.Key, [.. group.Select(row => row.Text)], TitleOf(group.Key)))
            .ToArray();
        if (intents.Length == 0)
            throw new InputException($"{file.Name}: every row is labelled {OutOfScope}; training needs rows of at least one intent.");
        return new TrainingSet(intents) { Negatives = [.. rows.Where(row => row.Label == OutOfScope).Select(row => row.Text)] };
    }

    public static IReadOnlyList<EvaluationCase> ReadCases(FileInfo file) =>
        [.. Read(file).Select(row => new EvaluationCase(row.Label == OutOfScope ? null : row.Label, row.Text))];

    /// <summary>"cardLost_or_stolen" → "card Lost or stolen".</summary>
    public static string TitleOf(string label)
    {
        var title = new StringBuilder(label.Length + 8);
        for (var i = 0; i < label.Length; i++)
        {
            if (i > 0 && char.IsUpper(label[i]) && char.IsLower(label[i - 1]))
                title.Append(' ');
            title.Append(char.IsLetterOrDigit(label[i]) || char.IsSurrogate(label[i]) ? label[i] : ' ');
        }

        return title.ToString();
    }

    private static List<(string Label, string Text)> Read(FileInfo file)
    {
        if (!file.Exists)
            throw new InputException($"{file.FullName}: there is no such file.");
        if (file.Length > LargestFile)
            throw new InputException($"{file.Name}: the file is larger than {LargestFile / 1_000_000} MB.");

        var rows = new List<(string, string)>();
        using var reader = new StreamReader(file.FullName, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        for (var number = 1; ; number++)
        {
            string? line;
            try
            {
                line = reader.ReadLine();
            }
            catch (DecoderFallbackException)
            {
                throw new InputException($"{file.Name}: after row {number - 1} there are bytes that are not UTF-8; save the file as UTF-8.");
            }

            if (line is null)
                break;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            rows.Add(Parse(file, number, line));
        }

        if (rows.Count == 0)
            throw new InputException($"{file.Name}: the file is empty; it needs rows of label<TAB>text.");
        return rows;
    }

    private static (string Label, string Text) Parse(FileInfo file, int number, string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        if (tab < 0)
            throw new InputException($"{file.Name}, row {number}: there is no tab between label and text.");
        var label = line[..tab].Trim();
        var text = line[(tab + 1)..].Trim();
        if (label.Length == 0)
            throw new InputException($"{file.Name}, row {number}: the label is empty.");
        if (text.Length == 0)
            throw new InputException($"{file.Name}, row {number}: the text is empty.");
        return (label, text);
    }
}
