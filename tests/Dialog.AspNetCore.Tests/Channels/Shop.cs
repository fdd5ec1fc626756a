using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dialog.AspNetCore.Tests.Hosting;
using Dialog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.AspNetCore.Tests.Channels;

/// <summary>A bot that knows something, with a Telegram account of the tests' own messenger connected to it.</summary>
internal sealed class Shop : IAsyncDisposable
{
    public const string Knowledge = """
        When do you open?
        what are your hours
        opening times please
        We open at nine.

        Do you ship abroad?
        can you deliver to another country
        Yes, to most of Europe.
        """;

    private Shop(DialogHost host, BotApi api, Person owner, BotOfTest bot) => (Host, Api, Owner, Bot) = (host, api, owner, bot);

    public DialogHost Host { get; private set; }

    public BotApi Api { get; }

    public Person Owner { get; }

    public BotOfTest Bot { get; }

    /// <summary>The account as connecting it answered.</summary>
    public JsonElement Channel { get; private set; }

    public string ChannelPath => $"api/bots/{Bot.Id}/channels/{Channel.GetProperty("id").GetString()}";

    public static async Task<Shop> OpenAsync(
        string? folder = null, string language = "en", bool isConnected = true, BotApi? api = null, HttpMessageHandler? handler = null, Action<DialogOptions>? configure = null,
        TimeProvider? clock = null)
    {
        api ??= new BotApi(clock ?? TimeProvider.System);
        var host = await HostAsync(folder, handler ?? api, configure, clock);
        var owner = await Person.SignedUpAsync(host, "owner@example.com");
        var shop = new Shop(host, api, owner, await owner.AddBotAsync(Knowledge, language));
        if (isConnected)
            shop.Channel = (await shop.ConnectAsync(api.IsBale ? "bale" : "telegram", api.IsBale ? BotApi.BaleToken : BotApi.Token)).Json;
        return shop;
    }

    public static Task<DialogHost> HostAsync(
        string? folder, HttpMessageHandler handler, Action<DialogOptions>? configure = null, TimeProvider? clock = null) =>
        DialogHost.StartAsync(folder: folder, clock: clock, services: services => services.PostConfigure<DialogOptions>(options =>
        {
            options.Messengers.Handler = handler;
            configure?.Invoke(options);
        }));

    public async Task<Answer> ConnectAsync(string provider = "telegram", string token = BotApi.Token, object? with = null)
    {
        var answer = await Owner.PostAsync($"api/bots/{Bot.Id}/channels", with ?? new { provider, token });
        if (with is null)
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
        return answer;
    }

    public Task<Answer> ChangeAsync(object change) => Owner.SendAsync(HttpMethod.Patch, ChannelPath, JsonContent.Create(change));

    /// <summary>The owner at the desk.</summary>
    public async Task<HubClient> DeskAsync()
    {
        var desk = await HubClient.ConnectAsync(Host, "hubs/desk", Owner);
        await desk.CallAsync("Join", new { bot = Bot.Id });
        return desk;
    }

    /// <summary>What the desk reads of a conversation.</summary>
    public static async Task<JsonElement> ReadAsync(HubClient desk, string conversation) =>
        (await desk.CallAsync("Read", new { conversation, after = 0 })).GetProperty("value");

    /// <summary>All rows of a query, for what no front door shows.</summary>
    public Task<T> QueryAsync<T>(Func<System.Data.Common.DbConnection, Task<T>> query) => Host.Services.GetRequiredService<Database>().ReadAsync(query);

    public async ValueTask DisposeAsync()
    {
        Owner.Dispose();
        await Host.DisposeAsync();
        Api.Dispose();
    }
}
