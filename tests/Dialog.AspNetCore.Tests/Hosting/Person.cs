using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Dialog.AspNetCore.Tests.Hosting;

/// <summary>Somebody with a browser: cookies, the antiforgery token, a language.</summary>
internal sealed class Person : IDisposable
{
    public const string Password = "a sentence to remember";
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private string _csrf = "";

    public Person(DialogHost host, string language = "en")
    {
        Host = host;
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = host.Address };
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    public DialogHost Host { get; }

    public string CookieHeader => _cookies.GetCookieHeader(Host.Address);

    public static async Task<Person> SignedUpAsync(DialogHost host, string email, string? invitation = null)
    {
        var person = new Person(host);
        await person.GetAsync("api/session");
        var answer = await person.PostAsync("api/accounts", new { email, password = Password, name = email.Split('@')[0], language = "en", invitation });
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        return person;
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>The answer as it came, for what is no text.</summary>
    public Task<HttpResponseMessage> RawAsync(string path) => _http.GetAsync(path);

    public Task<HttpResponseMessage> RawAsync(HttpRequestMessage request) => _http.SendAsync(request);

    public Task<Answer> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, JsonContent.Create(body));

    public Task<Answer> PasteAsync(string path, string text) =>
        SendAsync(HttpMethod.Post, path, new StringContent(text, Encoding.UTF8, "text/plain"));

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content = null, bool withToken = true)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (withToken && _csrf.Length > 0)
            request.Headers.Add("X-CSRF", _csrf);
        using var response = await _http.SendAsync(request);
        var answer = new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location);
        if (answer.Text.StartsWith("{\"csrf\"", StringComparison.Ordinal))
            _csrf = answer.Json.GetProperty("csrf").GetString()!;
        return answer;
    }

    /// <summary>Makes a bot that knows what the text says, and waits until it is trained.</summary>
    public async Task<BotOfTest> AddBotAsync(string knowledge = "", string language = "en")
    {
        var made = (await PostAsync("api/bots", new { name = "Shop", language })).Json;
        var bot = new BotOfTest(made.GetProperty("id").GetString()!, made.GetProperty("key").GetString()!);
        if (knowledge.Length > 0)
        {
            var imported = await PasteAsync($"api/bots/{bot.Id}/import", knowledge);
            Assert.That(imported.Status, Is.EqualTo(HttpStatusCode.OK), imported.Text);
            await TrainedAsync(bot);
        }

        return bot;
    }

    /// <summary>Waits until what the bot knows is live.</summary>
    public async Task<JsonElement> TrainedAsync(BotOfTest bot)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var training = (await GetAsync($"api/bots/{bot.Id}/training")).Json;
            if (training.GetProperty("state").GetString() is "live" or "failed" or "empty")
                return training;
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>A bot made by a test.</summary>
internal sealed record BotOfTest(string Id, string Key);

/// <summary>What the server answered.</summary>
internal sealed record Answer(HttpStatusCode Status, string Text, Uri? Location)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>The stable name of the problem; empty when there is none.</summary>
    public string Problem => Text.StartsWith('{') && Json.TryGetProperty("type", out var type) ? type.GetString()! : "";
}
