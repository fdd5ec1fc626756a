using System.Text;
using Dialog.AspNetCore.Knowledge.Import;
using FsCheck;
using FsCheck.Fluent;

namespace Dialog.AspNetCore.Tests.Knowledge.Import;

public sealed class AnyInputTests
{
    private static readonly KnowledgeSource[] Sources = Enum.GetValues<KnowledgeSource>();

    // Pieces that mean something to the readers meet far more often than in random letters.
    private static readonly Arbitrary<string> Texts = Gen.Elements(
            "\n", "\n", "\r\n", "\n\n", ",", ";", "\t", "\"", "\"\"", "|", "\\", "Q:", "A: ", "س:", "ج: ", "- ", "۱-",
            "question", "answer", "پاسخ", "سؤال", "title", "sep=;\n", "hello", "چنده؟", "می‌خوام", " ", "\uFEFF", "\u200C",
            "\0", "\u0001", "\uD800", "é", "5", "{0}", "x, y")
        .ListOf()
        .Select(pieces => string.Concat(pieces))
        .ToArbitrary();

    [Test]
    public void NoBytesCrashTheReader() =>
        Prop.ForAll<byte[]>(bytes => Array.TrueForAll(Sources, source => IsSound(KnowledgeFile.Read(bytes, source))))
            .QuickCheckThrowOnFailure();

    [Test]
    public void NoTextCrashesTheReader() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(
            Texts, text => Array.TrueForAll(Sources, source => IsSound(Reading.Read(text, source)))));

    [Test]
    public void WhatWasImportedOnceIsUnchangedTheSecondTime() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Texts, text =>
        {
            var pairs = Reading.File(text).Pairs;
            var imported = KnowledgeMerge.Plan(pairs, []).Pairs
                .Where(pair => pair.State == PairState.New)
                .Select((pair, i) => new ExistingIntent($"{i}", pair.Title ?? pair.Examples[0], pair.Answer, pair.Examples))
                .ToList();

            return KnowledgeMerge.Plan(pairs, imported).Pairs
                .All(pair => pair.State is PairState.Unchanged or PairState.Refused);
        }));

    [Test]
    public void AnyTableThatIsQuotedWellIsReadWhole() =>
        Prop.ForAll<NonEmptyString, NonEmptyString>((question, answer) =>
        {
            var (q, a) = (Words(question.Get), Words(answer.Get));
            var csv = $"question,answer\n\"{Quoted(q)}\",\"{Quoted(a)}\"\n";

            return Reading.Csv(csv).Pairs is [{ Problem: null } pair] && pair.Examples is [var one] && one == q && pair.Answer == a;
        }).QuickCheckThrowOnFailure();

    private static bool IsSound(KnowledgeFile file) =>
        file.Problem is not null
            ? file.Pairs.Count == 0
            : file.Pairs.All(pair => pair.Row > 0
                && (pair.Problem is not null || (pair.Examples.Count > 0 && pair.Answer.Length > 0)));

    private static string Quoted(string text) => text.Replace("\"", "\"\"", StringComparison.Ordinal);

    // Letters at both ends, since blanks there are trimmed; a bar would part two phrasings.
    private static string Words(string text)
    {
        var safe = string.Concat(text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('|' or '\\' or '\uFFFF')));
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes($"a{safe}z"));
    }
}
