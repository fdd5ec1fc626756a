using System.Net;

namespace Dialog.Telegram;

/// <summary>The connection of one bot.</summary>
internal static class BotHandler
{
    public static SocketsHttpHandler Create(BotOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            // A redirect would carry the token, which is part of the address, to somebody else.
            AllowAutoRedirect = false,
            // Without a propagator no activities are made: those would write the address into the host's traces.
            ActivityHeadersPropagator = null,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
        };
        if (options.Proxy is { } proxy) handler.Proxy = Through(proxy);
        if (options.PublicOnly) handler.ConnectCallback = PublicNetwork.ConnectAsync;
        return handler;
    }

    private static WebProxy Through(Uri address)
    {
        var proxy = new WebProxy(new UriBuilder(address) { UserName = "", Password = "" }.Uri);
        var user = address.UserInfo.Split(':', 2);
        if (user[0].Length > 0)
            proxy.Credentials = new NetworkCredential(Uri.UnescapeDataString(user[0]), Uri.UnescapeDataString(user.ElementAtOrDefault(1) ?? ""));
        return proxy;
    }
}
