using System.Text.Json;
using Dialog.EndToEnd.Hosting;

namespace Dialog.EndToEnd.Browsing;

/// <summary>axe looks at a page and its frames as they stand; what it calls serious or critical keeps somebody out.</summary>
internal static class Accessibility
{
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Path.Combine(Places.Root, "node_modules/axe-core/axe.min.js")));

    public static async Task<IReadOnlyList<string>> BarriersAsync(this IPage page)
    {
        var found = new List<string>();
        foreach (var frame in page.Frames.Where(frame => !frame.IsDetached))
        {
            // By the debugger, not as a script tag: the pages' content security policy stays as it is.
            await frame.EvaluateAsync(Axe.Value);
            var result = await frame.EvaluateAsync<JsonElement>("() => axe.run(document, { iframes: false, resultTypes: ['violations'] })");
            found.AddRange(result.GetProperty("violations").EnumerateArray()
                .Where(violation => violation.GetProperty("impact").GetString() is "serious" or "critical")
                .SelectMany(Describe));
        }

        return found;
    }

    private static IEnumerable<string> Describe(JsonElement violation) => violation.GetProperty("nodes").EnumerateArray()
        .Select(node => $"{violation.GetProperty("id")}: {violation.GetProperty("help")}\n  {node.GetProperty("html")}");
}
