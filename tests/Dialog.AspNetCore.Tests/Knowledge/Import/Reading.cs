using System.Text;
using Dialog.AspNetCore.Knowledge.Import;

namespace Dialog.AspNetCore.Tests.Knowledge.Import;

/// <summary>Short words for the tests of the import.</summary>
internal static class Reading
{
    public static KnowledgeFile Pasted(string text) => Read(text, KnowledgeSource.Pasted);

    public static KnowledgeFile Csv(string text) => Read(text, KnowledgeSource.Table);

    public static KnowledgeFile File(string text) => Read(text, KnowledgeSource.File);

    public static KnowledgeFile Read(string text, KnowledgeSource source) =>
        KnowledgeFile.Read(Encoding.UTF8.GetBytes(text), source);

    /// <summary>Each taken pair as "row: example | example → answer".</summary>
    public static string[] Taken(this KnowledgeFile file) =>
        [.. file.Pairs.Where(pair => pair.Problem is null).Select(pair => $"{pair.Row}: {string.Join(" | ", pair.Examples)} → {pair.Answer}")];

    /// <summary>Each refused pair as "row: example | example → answer, problem".</summary>
    public static string[] Refused(this KnowledgeFile file) =>
        [.. file.Pairs.Where(pair => pair.Problem is not null).Select(pair => $"{pair.Row}: {string.Join(" | ", pair.Examples)} → {pair.Answer}, {pair.Problem!.Type}")];
}
