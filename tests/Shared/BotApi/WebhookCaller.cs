using System.Net.Http.Headers;
using System.Text;

namespace Dialog.Tests.Messengers;

/// <summary>
/// Calls the webhook an account was given, as a messenger does: with the secret's header, several chats at once, each
/// chat in order, and again after any answer but 2xx. Stands for the proxy with TLS as well: whatever host the webhook
/// names, the call goes to <paramref name="server"/>.
/// </summary>
internal sealed class WebhookCaller : IAsyncDisposable
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly BotApi _api;
    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _calling;
    private int _refused;

    /// <param name="api">The account.</param>
    /// <param name="server">Where the server under test listens.</param>
    /// <param name="time">The clock that pauses go by.</param>
    /// <param name="connections">Calls made at once.</param>
    public WebhookCaller(BotApi api, Uri server, TimeProvider? time = null, int connections = 40)
    {
        (_api, _time) = (api, time ?? TimeProvider.System);
        _http = new HttpClient { BaseAddress = server };
        _calling = Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(CallAsync)));
    }

    /// <summary>Calls that were not answered with 2xx.</summary>
    public int Refused => _refused;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _calling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _http.Dispose();
        _stopping.Dispose();
    }

    private async Task CallAsync()
    {
        var pause = FirstPause;
        while (true)
        {
            var update = await _api.NextDeliveryAsync(_stopping.Token);
            if (await IsTakenAsync(update))
            {
                _api.Delivered(update);
                pause = FirstPause;
                continue;
            }
            Interlocked.Increment(ref _refused);
            await Task.Delay(pause, _time, _stopping.Token);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            _api.NotDelivered(update);
        }
    }

    private async Task<bool> IsTakenAsync(WebhookUpdate update)
    {
        var taken = true;
        for (var i = 0; i < _api.Repeats; i++) taken &= await PostAsync(update);
        return taken;
    }

    private async Task<bool> PostAsync(WebhookUpdate update)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, update.Address.PathAndQuery)
        {
            Content = new StringContent(update.Json, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        if (update.Secret is { } secret) request.Headers.Add(SecretHeader, secret);
        try
        {
            using var response = await _http.SendAsync(request, _stopping.Token);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
