using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dialog.AspNetCore.Digests;
using Dialog.AspNetCore.Tests.Hosting;
using Dialog.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.AspNetCore.Tests.Digests;

/// <summary>A bot on a messenger with an owner, all by one clock that begins on 2030-03-21 at 08:00 UTC.</summary>
/// <remarks>In the future, as browsers forget the cookies of the past.</remarks>
internal sealed class DigestStage : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _visitors;

    private DigestStage(bool bale) => Api = new BotApi(Clock, bale ? BotApi.BaleToken : BotApi.Token) { IsBale = bale };

    public ShiftedClock Clock { get; } = new(Moment(21, 8));

    public BotApi Api { get; }

    public DialogHost Host { get; private set; } = null!;

    public Person Owner { get; private set; } = null!;

    public BotOfTest Bot { get; private set; } = null!;

    public string Channel { get; private set; } = "";

    public static async Task<DigestStage> OpenAsync(string language = "en", bool bale = false)
    {
        var stage = new DigestStage(bale);
        await stage.StartAsync();
        stage.Owner = await Person.SignedUpAsync(stage.Host, "owner@example.com");
        await stage.Owner.SendAsync(HttpMethod.Patch, "api/account", JsonContent.Create(new { language }));
        stage.Bot = await stage.Owner.AddBotAsync("When do you open?\nwhat are your hours\nWe open at nine.\n\nHow can I pay?\nwhich cards do you take\nBy card.", language);
        var connected = await stage.Owner.PostAsync(
            $"api/bots/{stage.Bot.Id}/channels", new { provider = bale ? "bale" : "telegram", token = bale ? BotApi.BaleToken : BotApi.Token });
        Assert.That(connected.Status, Is.EqualTo(HttpStatusCode.Created), connected.Text);
        stage.Channel = connected.Json.GetProperty("id").GetString()!;
        return stage;
    }

    public static DateTimeOffset Moment(int day, int hour, int minute = 0) => new(2030, 3, day, hour, minute, 0, TimeSpan.Zero);

    public string Route => $"api/bots/{Bot.Id}/digest";

    /// <summary>A person whose chat gets the digest, by the link of the signed-in owner.</summary>
    public async Task<ChatPerson> SubscribedAsync(long id = 7, Person? owner = null)
    {
        var person = new ChatPerson(Api, id);
        person.Say($"/start {await WordAsync(owner ?? Owner)}");
        await person.HeardAsync(1);
        return person;
    }

    public async Task<string> WordAsync(Person owner)
    {
        var link = (await owner.GetAsync(Route)).Json.GetProperty("links")[0].GetProperty("url").GetString()!;
        return link.Split("?start=")[1];
    }

    public Task<Answer> SetAsync(bool isOn = true, int hour = 20, string timeZone = "Etc/UTC") =>
        Owner.SendAsync(HttpMethod.Put, Route, JsonContent.Create(new { isOn, hour, timeZone }));

    /// <summary>A visitor on the website asks what the bot does not know, and is handed off.</summary>
    public async Task AskAsync(string question)
    {
        await using var visitor = await HubClient.VisitorAsync(Host, Bot);
        await visitor.CallAsync("Send", new { id = $"m{++_visitors}", text = question });
        await visitor.PushedAsync("events", events => events.EnumerateArray().Any(happened => happened.GetProperty("kind").GetString() == "handoff"));
    }

    /// <summary>What the bot would answer now; null when it would hand off.</summary>
    public async Task<string?> TryAsync(string text)
    {
        await Owner.TrainedAsync(Bot);
        return (await Owner.PostAsync($"api/bots/{Bot.Id}/try", new { text })).Json.GetProperty("answer").GetString();
    }

    /// <summary>Lets the time pass to a moment of 2030-03, and what is due then be sent.</summary>
    public async Task PassToAsync(int day, int hour)
    {
        Clock.Advance(Moment(day, hour) - Clock.GetUtcNow());
        await SendDueAsync();
    }

    public Task SendDueAsync() => Host.Services.GetRequiredService<DigestService>().SendDueAsync(CancellationToken.None);

    public async Task<JsonElement> IntentsAsync() => (await Owner.GetAsync($"api/bots/{Bot.Id}/intents")).Json;

    public async Task RestartAsync()
    {
        await Host.DisposeAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Owner?.Dispose();
        await Host.DisposeAsync();
        Api.Dispose();
        _folder.Dispose();
    }

    public async Task StartAsync() => Host = await DialogHost.StartAsync(
        folder: _folder.Path, clock: Clock, services: services => services.Configure<DialogOptions>(options => options.Messengers.Handler = Api));
}
