namespace Dialog.Faults.Hosting;

/// <summary>What the server says of itself.</summary>
/// <param name="Live">The body of /health/live: the process runs.</param>
/// <param name="Ready">The body of /health/ready: it serves, in full or in part.</param>
internal sealed record Health(string Live, string Ready)
{
    public static readonly Health Good = new("Healthy", "Healthy");

    /// <summary>Reading goes on, saving does not.</summary>
    public static readonly Health Degraded = new("Healthy", "Degraded");

    public static async Task<Health> OfAsync(Uri server)
    {
        using var http = new HttpClient { BaseAddress = server, Timeout = Limit.Event };
        return new Health(await AskAsync(http, "health/live"), await AskAsync(http, "health/ready"));
    }

    private static async Task<string> AskAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return await answer.Content.ReadAsStringAsync();
    }
}
