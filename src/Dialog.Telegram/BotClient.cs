using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dialog.Telegram;

/// <summary>
/// One bot at one messenger. Thread-safe; messages to one chat go out in the order they were given, within the
/// messenger's pace. Failures are <see cref="BotApiException"/>; the token appears in none of them.
/// </summary>
public sealed partial class BotClient : IDisposable
{
    private readonly BotTransport _transport;
    private readonly BotResilience _resilience;

    /// <summary>
    /// A client with its own connections, or with a given handler, which stays the caller's. A handler that logs or
    /// traces requests would log the token: it is part of every address.
    /// </summary>
    public BotClient(BotOptions options, HttpMessageHandler? handler = null, TimeProvider? time = null)
    {
        Options = options;
        Time = time ?? TimeProvider.System;
        Pacer = new Pacer(options.Provider.Pace, Time);
        _transport = new BotTransport(options, handler);
        _resilience = new BotResilience(options, Pacer.Bot, Time);
    }

    /// <summary>What it was made with.</summary>
    public BotOptions Options { get; }

    /// <summary>What the messenger can do.</summary>
    public Provider Provider => Options.Provider;

    internal TimeProvider Time { get; }

    internal Pacer Pacer { get; }

    /// <summary>The bot itself; fails with <see cref="BotProblem.Unauthorized"/> when the token is wrong.</summary>
    public Task<User> GetMeAsync(CancellationToken cancellation = default) =>
        CallAsync("getMe", new NoArguments(), BotJson.Default.User, cancellation);

    /// <summary>Says which commands the messenger's menu offers. Not every messenger knows this; then it fails with <see cref="BotProblem.Refused"/>.</summary>
    public Task SetMyCommandsAsync(IReadOnlyList<BotCommand> commands, CancellationToken cancellation = default) =>
        DoAsync("setMyCommands", new SetMyCommandsArguments(commands), cancellation);

    /// <summary>A person's or bot's newest pictures. Not every messenger knows this; then it fails with <see cref="BotProblem.Refused"/>.</summary>
    public Task<UserProfilePhotos> GetUserProfilePhotosAsync(long user, int limit = 1, CancellationToken cancellation = default) =>
        CallAsync("getUserProfilePhotos", new GetUserProfilePhotosArguments(user, limit), BotJson.Default.UserProfilePhotos, cancellation);

    /// <summary>Closes the client's own connections.</summary>
    public void Dispose() => _transport.Dispose();

    private Task<T> CallAsync<TArguments, T>(
        string method, TArguments arguments, JsonTypeInfo<T> type, CancellationToken cancellation, CallRules? rules = null) =>
        _resilience.RunAsync(rules ?? new CallRules(method, Options.CallTimeout),
            inner => _transport.CallAsync(method, JsonBody.Of(arguments), type, inner), cancellation);

    private Task<JsonElement> DoAsync<TArguments>(
        string method, TArguments arguments, CancellationToken cancellation, CallRules? rules = null) =>
        _resilience.RunAsync(rules ?? new CallRules(method, Options.CallTimeout),
            inner => _transport.CallAsync(method, JsonBody.Of(arguments), inner), cancellation);
}
