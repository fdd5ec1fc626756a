using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Dialog.Cli.Load.Hub;

/// <summary>Why a hub could not be reached, in one sentence.</summary>
internal static class HubFailure
{
    public static string Explain(Uri hub, HttpStatusCode status, Exception error)
    {
        var place = $"{hub.Scheme switch { "wss" => "https", _ => "http" }}://{hub.Authority}";
        if ((int)status >= 200)
            return $"{place} answered {(int)status} to {hub.AbsolutePath}: Dialog's visitors are not served there. Give the address Dialog is mounted at.";
        return Innermost(error) switch
        {
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } => $"Nothing listens at {place}. Start the server, or give its address with --url.",
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } => $"There is no host {hub.Host}.",
            SocketException { SocketErrorCode: SocketError.TooManyOpenSockets } =>
                "This machine allows no more open sockets; raise its limit (ulimit -n), or ask for fewer --connections.",
            SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
                "This machine has no free port left towards that server; ask for fewer --connections.",
            AuthenticationException tls => $"{place}: the secure connection failed: {tls.Message}",
            { } other => $"{place}: the connection failed: {other.Message}",
        };
    }

    private static Exception Innermost(Exception error)
    {
        while (error.InnerException is { } inner)
            error = inner;
        return error;
    }
}
