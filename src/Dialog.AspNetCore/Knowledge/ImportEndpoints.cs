using System.Text.Json.Serialization;
using Dialog.AspNetCore.Knowledge.Import;
using Dialog.AspNetCore.Languages;
using Dialog.AspNetCore.Problems;
using Dialog.AspNetCore.Security;
using Dialog.AspNetCore.Training;
using Dialog.Storage.Knowledge;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Dialog.AspNetCore.Knowledge;

/// <summary>Takes pasted text or a file: shown first, then merged. It never replaces what the bot knows.</summary>
internal static class ImportEndpoints
{
    // What is too large is still read to its end, up to here: a browser that is cut off in mid-upload shows a broken
    // connection instead of our words.
    private const int LargestBody = 32 * 1024 * 1024;

    public static void MapImport(this RouteGroupBuilder bot)
    {
        var import = bot.MapGroup("/import").WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        import.MapPost("/preview", PreviewAsync).WithSummary("What an import would do").Accepts<string>("text/plain", "text/csv", "*/*");
        import.MapPost("", ImportAsync).WithSummary("Import all that is not refused").Accepts<string>("text/plain", "text/csv", "*/*");
    }

    private static async Task<Results<Ok<ImportView>, Refusal>> PreviewAsync(
        HttpContext context, Teammate me, KnowledgeStore knowledge, CancellationToken cancellation)
    {
        var file = await ReadAsync(context, cancellation);
        if (file.Problem is { } problem)
            return problem.Refuse();
        return TypedResults.Ok(View(file, Plan(file, await knowledge.SnapshotAsync(me.BotId, cancellation)), context));
    }

    private static async Task<Results<Ok<ImportView>, Refusal>> ImportAsync(
        HttpContext context, Teammate me, KnowledgeStore knowledge, TrainingService training, CancellationToken cancellation)
    {
        var file = await ReadAsync(context, cancellation);
        if (file.Problem is { } problem)
            return problem.Refuse();

        var plan = await knowledge.ChangeAsync(
            me.BotId,
            now =>
            {
                var planned = Plan(file, now);
                return new KnowledgeChange<ImportPlan>(planned, ImportedIntents.Of(planned, now), []);
            },
            cancellation);
        if (plan.Count(PairState.New) + plan.Count(PairState.Merged) > 0)
            training.Request(me.BotId);
        return TypedResults.Ok(View(file, plan, context));
    }

    private static async Task<KnowledgeFile> ReadAsync(HttpContext context, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        var total = 0;
        for (int read; (read = await context.Request.Body.ReadAsync(buffer, cancellation)) > 0; total += read)
        {
            if (total + read <= KnowledgeLimits.Bytes)
                body.Write(buffer, 0, read);
        }

        if (total > KnowledgeLimits.Bytes)
            return new KnowledgeFile(KnowledgeFormat.Text, [], ImportProblem.TooLarge);

        var source = context.Request.ContentType?.Split(';')[0].Trim().ToLowerInvariant() switch
        {
            "text/plain" => KnowledgeSource.Pasted,
            "text/csv" or "text/tab-separated-values" => KnowledgeSource.Table,
            _ => KnowledgeSource.File,
        };
        return KnowledgeFile.Read(body.ToArray(), source);
    }

    private static ImportPlan Plan(KnowledgeFile file, KnowledgeSnapshot known) =>
        KnowledgeMerge.Plan(
            file.Pairs,
            [.. known.Intents.Select(intent => new ExistingIntent(intent.Id, intent.Title, intent.Answer, intent.Examples))]);

    private static ImportView View(KnowledgeFile file, ImportPlan plan, HttpContext context)
    {
        var language = Language.Of(context);
        return new ImportView(
            file.Format == KnowledgeFormat.Text ? "text" : "table",
            [
                .. plan.Pairs.Select(pair => new ImportPairView(
                    pair.Row, pair.Title ?? IntentTitle.From(pair.Examples.Count > 0 ? pair.Examples[0] : pair.Answer),
                    pair.Examples, pair.Answer, pair.State.ToString().ToLowerInvariant(), pair.Problem?.In(language))),
            ],
            new ImportCounts(
                plan.Count(PairState.New), plan.Count(PairState.Merged), plan.Count(PairState.Unchanged), plan.Count(PairState.Refused)));
    }
}

/// <summary>What an import does with each pair.</summary>
/// <param name="Format"><c>text</c> or <c>table</c>.</param>
/// <param name="Pairs">The pairs in the order of the file.</param>
/// <param name="Counts">How many of each fate.</param>
public sealed record ImportView(string Format, IReadOnlyList<ImportPairView> Pairs, ImportCounts Counts);

/// <summary>One pair of an import.</summary>
/// <param name="Row">Its line or row, from 1.</param>
/// <param name="Title">The intent's title.</param>
/// <param name="Examples">Phrasings.</param>
/// <param name="Answer">The answer.</param>
/// <param name="State"><c>new</c>, <c>merged</c>, <c>unchanged</c> or <c>refused</c>.</param>
/// <param name="Problem">Why it is refused.</param>
public sealed record ImportPairView(
    int Row, string Title, IReadOnlyList<string> Examples, string Answer, string State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ProblemView? Problem);

/// <summary>How many pairs of each fate.</summary>
public sealed record ImportCounts(int New, int Merged, int Unchanged, int Refused);
