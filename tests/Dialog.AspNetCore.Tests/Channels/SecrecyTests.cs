using System.Collections.Concurrent;
using Dialog.AspNetCore.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dialog.AspNetCore.Tests.Channels;

[TestFixture]
public sealed class SecrecyTests
{
    [Test]
    public async Task NoLogOfAnyLevelHoldsATokenWhateverFails()
    {
        using var everything = new EverythingLog();
        using var api = new BotApi(TimeProvider.System);
        await using var server = await BotApiServer.StartAsync(api);
        await using var host = await DialogHost.StartAsync(services: services =>
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(everything));
            services.PostConfigure<DialogOptions>(options => options.Messengers.BaseAddress = server.Address);
        });
        using var owner = await Person.SignedUpAsync(host, "owner@example.com");
        var bot = await owner.AddBotAsync("When do you open?\nWe open at nine.");

        await owner.PostAsync($"api/bots/{bot.Id}/channels", new { provider = "telegram", token = BotApi.Token });
        var sara = new ChatPerson(api, 7);
        sara.Say("when do you open");
        await sara.HeardAsync(1);
        api.Next("sendMessage", _ => ApiAnswer.Error(400, $"Bad Request: something with {BotApi.Token} in it"));
        sara.Say("when do you open");
        await server.RefuseAsync();
        sara.Say("when do you open");
        await server.ListenAsync();
        await sara.HeardAsync(2);

        Assert.Multiple(() =>
        {
            Assert.That(everything.Lines, Is.Not.Empty);
            Assert.That(everything.Lines.Where(line => line.Contains("FakeToken", StringComparison.Ordinal)), Is.Empty);
        });
    }

    private sealed class EverythingLog : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IEnumerable<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
