using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dialog.Telegram;

/// <summary>One attempt of a call: the request, the answer, and every failure as a <see cref="BotApiException"/>.</summary>
internal sealed class BotTransport : IDisposable
{
    public const string Download = "download";

    private readonly BotOptions _options;
    private readonly HttpClient _http;

    public BotTransport(BotOptions options, HttpMessageHandler? handler)
    {
        _options = options;
        // Time limits are the resilience's business, by the injected clock.
        _http = new HttpClient(handler ?? BotHandler.Create(options), disposeHandler: handler is null)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Calls a method; the result of a success, which some servers leave out where it says nothing.</summary>
    public Task<JsonElement> CallAsync(string method, HttpContent content, CancellationToken cancellation) =>
        GuardAsync(method, async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _options.MethodAddress(method)) { Content = content };
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return await ReadAsync(method, response, cancellation);
        }, cancellation);

    /// <summary>Calls a method whose result is what is wanted.</summary>
    public async Task<T> CallAsync<T>(string method, HttpContent content, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        var result = await CallAsync(method, content, cancellation);
        try
        {
            if (result.ValueKind != JsonValueKind.Undefined && result.Deserialize(type) is { } value) return value;
        }
        catch (JsonException)
        {
            // An answer, but not to this question.
        }
        throw new BotApiException(method, new BotProblem.NotBotApi(200));
    }

    /// <summary>The answer's headers; the caller copies the body and disposes of it.</summary>
    public Task<HttpResponseMessage> OpenAsync(string path, CancellationToken cancellation) =>
        GuardAsync(Download, async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, _options.DownloadAddress(path));
            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (response.StatusCode == HttpStatusCode.OK) return response;
            using (response)
            {
                await ReadAsync(Download, response, cancellation);
                throw NotBotApi(Download, response);
            }
        }, cancellation);

    /// <summary>Runs a piece of work on the network and turns what it throws into problems without addresses.</summary>
    public async Task<T> GuardAsync<T>(string method, Func<Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await work();
        }
        catch (HttpRequestException exception) when (exception.InnerException is PrivateAddressException)
        {
            throw new BotApiException(method, new BotProblem.PrivateAddress());
        }
        catch (HttpRequestException exception)
        {
            throw Failed(method, exception, maybeDone: !NeverSent(exception.HttpRequestError));
        }
        catch (IOException exception)
        {
            throw Failed(method, exception, maybeDone: true);
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            // The only limit HttpClient itself has here is the one on connecting.
            throw Failed(method, exception, maybeDone: exception.InnerException is not TimeoutException);
        }
    }

    private async Task<JsonElement> ReadAsync(string method, HttpResponseMessage response, CancellationToken cancellation)
    {
        Reply<JsonElement>? reply;
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            reply = await JsonSerializer.DeserializeAsync(body, BotJson.Default.ReplyJsonElement, cancellation);
        }
        catch (JsonException)
        {
            throw NotBotApi(method, response);
        }
        if (reply is { Ok: true }) return reply.Result;
        if (reply is null or { ErrorCode: 0, Description: null }) throw NotBotApi(method, response);
        var code = reply.ErrorCode == 0 ? (int)response.StatusCode : reply.ErrorCode;
        var words = _options.Token.Hide(reply.Description ?? "");
        throw new BotApiException(method, ProblemReader.Read(_options.Provider, method, code, words, reply.Parameters));
    }

    private static BotApiException NotBotApi(string method, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return new BotApiException(method, status switch
        {
            429 => new BotProblem.TooMany(response.Headers.RetryAfter?.Delta ?? TimeSpan.Zero, "HTTP 429"),
            >= 500 => new BotProblem.ServerFailure(status, $"HTTP {status}"),
            _ => new BotProblem.NotBotApi(status),
        });
    }

    private BotApiException Failed(string method, Exception exception, bool maybeDone) =>
        new(method, new BotProblem.Network(maybeDone, _options.Token.Hide(exception.Message)));

    private static bool NeverSent(HttpRequestError error) => error
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
