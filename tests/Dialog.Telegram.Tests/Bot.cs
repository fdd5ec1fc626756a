namespace Dialog.Telegram.Tests;

/// <summary>A client at a server of the tests' own, both by one clock. Time-outs are "never" unless a test asks for them.</summary>
internal sealed class Bot : IDisposable
{
    public Bot(Provider? provider = null, Func<BotOptions, BotOptions>? with = null, string token = BotApi.Token)
    {
        Api = new BotApi(Clock);
        Assert.That(BotToken.TryParse(token, out var parsed));
        var options = new BotOptions
        {
            Token = parsed!,
            Provider = provider ?? Provider.Telegram,
            CallTimeout = TimeSpan.FromHours(23.9),
            TransferTimeout = TimeSpan.FromHours(23.9),
        };
        Client = new BotClient(with?.Invoke(options) ?? options, Api, Clock);
    }

    public TestClock Clock { get; } = new();

    public BotApi Api { get; }

    public BotClient Client { get; }

    public Task<Message> SayAsync(long chat, string text, CancellationToken cancellation = default) =>
        Client.SendMessageAsync(chat, MessageText.Plain(text), cancellation: cancellation);

    /// <summary>The problem a call ends with, the clock running.</summary>
    public async Task<BotProblem> ProblemAsync(Task call)
    {
        try
        {
            await Clock.RunAsync(call);
        }
        catch (BotApiException exception)
        {
            Assert.That(exception.ToString(), Does.Not.Contain("FakeToken"));
            return exception.Problem;
        }
        throw new AssertionException("The call went well.");
    }

    public void Dispose()
    {
        Client.Dispose();
        Api.Dispose();
    }
}
