namespace Dialog.Tests.Messengers;

/// <summary>Several accounts behind one address, told apart by the token in the path; the first one refuses unknown tokens.</summary>
internal sealed class BotApis(params BotApi[] accounts) : HttpMessageHandler
{
    private readonly Dictionary<BotApi, HttpMessageInvoker> _invokers = accounts.ToDictionary(account => account, account => new HttpMessageInvoker(account));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = request.RequestUri!.Segments.First(segment => segment.StartsWith("bot", StringComparison.Ordinal)).Trim('/')["bot".Length..];
        var account = accounts.FirstOrDefault(account => account.Has(token)) ?? accounts[0];
        return _invokers[account].SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var invoker in _invokers.Values) invoker.Dispose();
        base.Dispose(disposing);
    }
}
