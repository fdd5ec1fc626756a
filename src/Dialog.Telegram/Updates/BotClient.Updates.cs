using System.Text.Json;

namespace Dialog.Telegram;

public sealed partial class BotClient
{
    /// <summary>How long a long poll may wait at most.</summary>
    public static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(50);

    /// <summary>
    /// Receives updates; one attempt, as <see cref="UpdateLoop"/> does the repeating, and not held up by a pause in
    /// sending. <paramref name="offset"/> is the highest id taken plus one, and confirms all before it for ever.
    /// </summary>
    /// <param name="offset">The first id wanted; null for the earliest unconfirmed.</param>
    /// <param name="limit">At most so many, 1–100.</param>
    /// <param name="wait">How long the messenger may wait for the first, up to 50 s; by default not at all.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<Update>> GetUpdatesAsync(
        long? offset = null, int limit = 100, TimeSpan wait = default, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 100);
        ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wait, LongestPoll);
        var arguments = new GetUpdatesArguments(offset, limit, (int)wait.TotalSeconds, AllowedUpdates);
        var rules = new CallRules("getUpdates", Options.CallTimeout + wait) { Once = true };
        var updates = await DoAsync("getUpdates", arguments, cancellation, rules);
        if (updates.ValueKind != JsonValueKind.Array) throw new BotApiException("getUpdates", new BotProblem.NotBotApi(200));
        return [.. updates.EnumerateArray().Select(Update.Read).OfType<Update>().OrderBy(update => update.UpdateId)];
    }

    /// <summary>Has updates sent to an address from now on, which ends polling.</summary>
    /// <param name="address">HTTPS, on one of the provider's ports; where no secret is sent in a header, with one in its path.</param>
    /// <param name="secret">What calls bring along in <see cref="WebhookSecret.Header"/>; unused where the provider can't.</param>
    /// <param name="dropPending">Whether to throw away what waits.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="ArgumentException">The address or the secret can't be used.</exception>
    public Task SetWebhookAsync(Uri address, string secret, bool dropPending = false, CancellationToken cancellation = default)
    {
        if (!Provider.AcceptsWebhook(address))
            throw new ArgumentException($"A webhook needs https and one of the ports {string.Join(", ", Provider.WebhookPorts)}.", nameof(address));
        if (!WebhookSecret.Fits(secret))
            throw new ArgumentException("A secret is 1 to 256 of A-Z, a-z, 0-9, _ and -.", nameof(secret));
        var arguments = new SetWebhookArguments(
            address.AbsoluteUri, Provider.SecretHeader ? secret : null, AllowedUpdates, dropPending ? true : null);
        return DoAsync("setWebhook", arguments, cancellation);
    }

    /// <summary>Has updates wait to be polled again.</summary>
    public Task DeleteWebhookAsync(bool dropPending = false, CancellationToken cancellation = default) =>
        DoAsync("deleteWebhook", new DeleteWebhookArguments(dropPending ? true : null), cancellation);

    /// <summary>Where updates are sent and how that goes.</summary>
    public Task<WebhookInfo> GetWebhookInfoAsync(CancellationToken cancellation = default) =>
        CallAsync("getWebhookInfo", new NoArguments(), BotJson.Default.WebhookInfo, cancellation);

    // Sent every time: leaving it out would keep what an earlier owner of the bot had chosen.
    private IReadOnlyList<string>? AllowedUpdates => Provider.AllowedUpdates ? Update.Kinds : null;
}
