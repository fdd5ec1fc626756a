using System.Globalization;
using System.Text.Json.Nodes;

namespace Dialog.Tests.Messengers;

/// <summary>
/// One account at a Bot API server of the tests' own, strict about the documented rules. It answers in the process, as
/// a handler; <see cref="BotApiServer"/> puts it behind a socket, <see cref="WebhookCaller"/> calls the webhook it was
/// given. It keeps every call with its time, and what each chat was sent.
/// </summary>
/// <param name="time">The clock that pauses, long polls and buttons go by.</param>
/// <param name="token">The account's token; the number before its colon is the account's id.</param>
/// <param name="username">The account's user name.</param>
internal sealed partial class BotApi(TimeProvider time, string token = BotApi.Token, string username = "dialog_bot") : HttpMessageHandler
{
    public const string Token = "123456:AAFakeTokenOfTheTests_0123456789-abc";
    public const string BaleToken = "654321:AAFakeTokenOfTheTests_9876543210-xyz";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly List<ApiCall> _calls = [];
    private readonly List<(Func<bool> Reached, TaskCompletionSource Waiter)> _waiters = [];

    /// <summary>
    /// Behaves as Bale: no header for the webhook's secret, plain text only; refuses what only Telegram takes.
    /// </summary>
    public bool IsBale { get; init; }

    public string Name { get; set; } = "Dialog";

    public string LastAddress { get; private set; } = "";

    public IReadOnlyList<ApiCall> Calls
    {
        get
        {
            lock (_lock) return [.. _calls];
        }
    }

    public IEnumerable<ApiCall> CallsOf(string method) => Calls.Where(call => call.Method == method);

    /// <summary>Over when so many calls have come.</summary>
    public Task ReceivedAsync(int count) => UntilAsync(() => _calls.Count >= count);

    /// <summary>Over when it is so. Looked at after every call and every update, with the server standing still.</summary>
    public Task UntilAsync(Func<bool> reached) => WhenAsync(reached).WaitAsync(Patience, TimeProvider.System);

    /// <summary>Whether the token is this account's.</summary>
    internal bool Has(string given) => given == token;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        LastAddress = request.RequestUri!.AbsoluteUri;
        if (await OutageAsync(cancellationToken) is { } away) return away.ToResponse();
        var path = request.RequestUri.AbsolutePath.Split('/', 4);
        if (path[1] == "file") return Fetch(path);
        var call = new ApiCall(path[2], time.GetUtcNow(), await Fields.ReadAsync(request.Content, cancellationToken));
        var answer = await AnswerAsync(call, path[1] == "bot" + token, cancellationToken);
        return answer.ToResponse();
    }

    private Task WhenAsync(Func<bool> reached)
    {
        lock (_lock)
        {
            if (reached()) return Task.CompletedTask;
            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((reached, waiter));
            return waiter.Task;
        }
    }

    /// <summary>Something is other than it was; called with the lock held.</summary>
    private void Changed()
    {
        for (var i = _waiters.Count - 1; i >= 0; i--)
        {
            if (!_waiters[i].Reached()) continue;
            _waiters[i].Waiter.TrySetResult();
            _waiters.RemoveAt(i);
        }
    }

    private async Task<ApiAnswer> AnswerAsync(ApiCall call, bool known, CancellationToken cancellation)
    {
        Func<ApiCall, ApiAnswer>? scripted;
        lock (_lock)
        {
            _calls.Add(call);
            Changed();
            scripted = Scripted(call);
        }
        if (!known) return ApiAnswer.Error(401, "Unauthorized");
        if (scripted is not null) return Note(scripted(call));
        if (call.Method == "getUpdates") return await GetUpdatesAsync(call, cancellation);
        var (answer, held) = Answer(call);
        if (held) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        return answer;
    }

    private (ApiAnswer Answer, bool IsHeld) Answer(ApiCall call)
    {
        lock (_lock)
        {
            var answer = Note(TooMany(call) ?? Foreign(call) ?? Dispatch(call));
            Changed();
            return (IsLost(call) ? ApiAnswer.Broken(HttpRequestError.ResponseEnded) : answer, IsHeld(call));
        }
    }

    /// <summary>What only Telegram knows is not sent to Bale.</summary>
    private ApiAnswer? Foreign(ApiCall call) =>
        IsBale && new[] { "parse_mode", "secret_token", "allowed_updates" }.FirstOrDefault(call.Fields.ContainsKey) is { } field
            ? ApiAnswer.Error(400, $"Bad Request: unknown field {field}")
            : null;

    private ApiAnswer Dispatch(ApiCall call) => call.Method switch
    {
        "getMe" => ApiAnswer.Ok(new JsonObject { ["id"] = Id, ["is_bot"] = true, ["first_name"] = Name, ["username"] = username, ["new_field"] = new JsonArray(1) }),
        "sendMessage" => SendMessage(call),
        "sendPhoto" or "sendDocument" => SendFile(call),
        "editMessageText" => EditMessageText(call),
        "editMessageReplyMarkup" => EditMessageReplyMarkup(call),
        "answerCallbackQuery" => AnswerCallbackQuery(call),
        "sendChatAction" => call.Text("action") is "typing" or "upload_photo" or "upload_document" ? ApiAnswer.True : ApiAnswer.Error(400, "Bad Request: wrong parameter action in request"),
        "setMyCommands" => SetMyCommands(call),
        "setWebhook" => SetWebhook(call),
        "deleteWebhook" => DeleteWebhook(call),
        "getWebhookInfo" => GetWebhookInfo(),
        "getFile" => GetFile(call),
        "getUserProfilePhotos" => ApiAnswer.Ok(new JsonObject { ["total_count"] = 1, ["photos"] = new JsonArray(new JsonArray(new JsonObject { ["file_id"] = "small", ["width"] = 160, ["height"] = 160 })) }),
        _ => ApiAnswer.Error(404, "Not Found: method not found"),
    };

    private long Id => long.Parse(token.Split(':')[0], CultureInfo.InvariantCulture);

    /// <summary>The bot's commands by their names, as the menu shows them.</summary>
    public IReadOnlyDictionary<string, string> Commands { get; private set; } = new Dictionary<string, string>();

    private ApiAnswer SetMyCommands(ApiCall call)
    {
        var commands = call.Json("commands")!.AsArray().ToDictionary(item => item!["command"]!.ToString(), item => item!["description"]!.ToString());
        if (commands.Keys.Any(name => name.Length is < 1 or > 32 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')))
            return ApiAnswer.Error(400, "Bad Request: BOT_COMMAND_INVALID");
        if (commands.Values.Any(text => text.Length is < 1 or > 256)) return ApiAnswer.Error(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID");
        Commands = commands;
        return ApiAnswer.True;
    }
}
