using System.Net.WebSockets;
using Dialog.Cli.Load.Hub;

namespace Dialog.Cli.Load;

/// <summary>The server under load, for one bot's visitors.</summary>
internal sealed class HubServer(Uri hub, string bot) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });

    /// <summary>Connects and says Hello, as a new visitor or as the one of a token.</summary>
    /// <exception cref="InputException">The server, the hub or the bot is not there, or turned the visitor away.</exception>
    public async Task<(HubSocket Socket, Welcome Welcome)> HelloAsync(string? token, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        HubSocket? socket = null;
        try
        {
            socket = await HubSocket.ConnectAsync(hub, _http, limit.Token);
            var reply = await socket.CallAsync(HubFrames.Hello(bot, token), HubJson.Default.HubReplyWelcome, limit.Token);
            if (reply.Value is not { } welcome)
                throw new InputException(Refused(reply.Problem));
            var here = socket;
            socket = null;
            return (here, welcome);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new InputException($"{hub.Authority} did not welcome a visitor within {Patience.TotalSeconds:0} s.");
        }
        catch (WebSocketException)
        {
            throw new InputException($"{hub.Authority} closed a connection that was saying Hello.");
        }
        finally
        {
            socket?.Dispose();
        }
    }

    public void Dispose() => _http.Dispose();

    private string Refused(HubProblem? problem) => problem switch
    {
        null => "The hub answered Hello with nothing.",
        { Type: "dialog:unknown-bot" } => $"--bot {bot}: the server knows no bot of this key; the console shows a bot's key where it is installed.",
        { IsLimit: true } => $"{problem.Title} {LoadReport.LimitHint}",
        _ => $"{problem.Title} {problem.Detail}",
    };
}
