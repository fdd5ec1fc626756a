using System.Net;
using System.Text.Json.Nodes;

namespace Dialog.Telegram.Tests;

/// <summary>
/// A Bot API server of the tests' own, strict about the documented rules. It answers in the process, as a handler, and
/// keeps a list of every call with its time.
/// </summary>
internal sealed partial class BotApi(TimeProvider time) : HttpMessageHandler
{
    public const string Token = "123456:AAFakeTokenOfTheTests_0123456789-abc";

    private readonly Lock _lock = new();
    private readonly List<Call> _calls = [];
    private readonly List<(Func<Call, bool> For, Func<Call, Answer> With)> _scripted = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _awaited = [];

    public string LastAddress { get; private set; } = "";

    public IReadOnlyList<Call> Calls
    {
        get
        {
            lock (_lock) return [.. _calls];
        }
    }

    public IEnumerable<Call> CallsOf(string method) => Calls.Where(call => call.Method == method);

    /// <summary>What the next calls of a method get instead of their answer, once each, in this order.</summary>
    public void Next(string method, params IEnumerable<Func<Call, Answer>> answers)
    {
        lock (_lock)
            foreach (var answer in answers)
                _scripted.Add((call => call.Method == method, answer));
    }

    /// <summary>Over when so many calls have come.</summary>
    public Task ReceivedAsync(int count)
    {
        lock (_lock)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_calls.Count >= count) reached.SetResult();
            else _awaited.Add((count, reached));
            return reached.Task.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        LastAddress = request.RequestUri!.AbsoluteUri;
        var path = request.RequestUri.AbsolutePath.Split('/', 4);
        if (path[1] == "file") return Fetch(path);
        var call = new Call(path[2], time.GetUtcNow(), await Fields.ReadAsync(request.Content, cancellationToken));
        var answer = await AnswerAsync(call, path[1] == "bot" + Token, cancellationToken);
        return answer.ToResponse();
    }

    private async Task<Answer> AnswerAsync(Call call, bool known, CancellationToken cancellation)
    {
        Func<Call, Answer>? scripted;
        lock (_lock)
        {
            _calls.Add(call);
            foreach (var (_, reached) in _awaited.Where(wait => wait.Count <= _calls.Count)) reached.TrySetResult();
            var index = _scripted.FindIndex(script => script.For(call));
            scripted = index < 0 ? null : _scripted[index].With;
            if (index >= 0) _scripted.RemoveAt(index);
        }
        if (!known) return Answer.Error(401, "Unauthorized");
        if (scripted is not null) return Note(scripted(call));
        if (call.Method == "getUpdates") return await GetUpdatesAsync(call, cancellation);
        lock (_lock) return Note(TooMany(call) ?? Dispatch(call));
    }

    private Answer Dispatch(Call call) => call.Method switch
    {
        "getMe" => Answer.Ok(new JsonObject { ["id"] = 123456, ["is_bot"] = true, ["first_name"] = "Dialog", ["username"] = "dialog_bot", ["new_field"] = new JsonArray(1) }),
        "sendMessage" => SendMessage(call),
        "sendPhoto" or "sendDocument" => SendFile(call),
        "editMessageText" => EditMessageText(call),
        "answerCallbackQuery" => AnswerCallbackQuery(call),
        "sendChatAction" => call.Text("action") is "typing" or "upload_photo" or "upload_document" ? Answer.True : Answer.Error(400, "Bad Request: wrong parameter action in request"),
        "setWebhook" => SetWebhook(call),
        "deleteWebhook" => DeleteWebhook(),
        "getWebhookInfo" => Answer.Ok(new JsonObject { ["url"] = _webhook, ["pending_update_count"] = _updates.Count, ["last_error_date"] = 1774080000 }),
        "getFile" => GetFile(call),
        "getUserProfilePhotos" => Answer.Ok(new JsonObject { ["total_count"] = 1, ["photos"] = new JsonArray(new JsonArray(new JsonObject { ["file_id"] = "small", ["width"] = 160, ["height"] = 160 })) }),
        _ => Answer.Error(404, "Not Found: method not found"),
    };
}

/// <summary>A call as the server saw it.</summary>
internal sealed record Call(string Method, DateTimeOffset At, JsonObject Fields)
{
    public string? Text(string name) => Fields[name]?.ToString();

    public long Number(string name) => long.Parse(Fields[name]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);

    public long Chat => Number("chat_id");
}

/// <summary>What the server answers, or how the network fails.</summary>
internal sealed record Answer(HttpStatusCode Status, string Body, Exception? Failure = null, string Type = "application/json")
{
    public static Answer True { get; } = Ok(JsonValue.Create(true));

    public static Answer Ok(JsonNode result) => new(HttpStatusCode.OK, new JsonObject { ["ok"] = true, ["result"] = result }.ToJsonString());

    public static Answer Error(int code, string description, JsonObject? parameters = null) => new((HttpStatusCode)code, new JsonObject
    {
        ["ok"] = false,
        ["error_code"] = code,
        ["description"] = description,
        ["parameters"] = parameters,
    }.ToJsonString());

    public static Answer TooMany(int seconds) =>
        Error(429, $"Too Many Requests: retry after {seconds}", new JsonObject { ["retry_after"] = seconds });

    public static Answer Page(int code) => new((HttpStatusCode)code, "<html>this site is not available</html>", Type: "text/html");

    public static Answer Broken(HttpRequestError error) => new(HttpStatusCode.Unused, "", new HttpRequestException(error, $"{error} at https://api.telegram.org/bot{BotApi.Token}/x"));

    public HttpResponseMessage ToResponse() => Failure is null
        ? new(Status) { Content = new StringContent(Body, System.Text.Encoding.UTF8, Type) }
        : throw Failure;
}
