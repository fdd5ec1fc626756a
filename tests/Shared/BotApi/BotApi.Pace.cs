namespace Dialog.Tests.Messengers;

internal sealed partial class BotApi
{
    private readonly Queue<(long Chat, DateTimeOffset At)> _sent = [];
    private DateTimeOffset _pausedUntil;

    /// <summary>Calls made although the bot had been told to wait.</summary>
    public int TooEarly { get; private set; }

    /// <summary>30 a second by the bot, 20 a minute to a group, 3 in 3 seconds to a chat; nothing during a pause.</summary>
    private ApiAnswer? TooMany(ApiCall call)
    {
        var left = (int)Math.Ceiling((_pausedUntil - call.At).TotalSeconds);
        if (left > 0)
        {
            TooEarly++;
            return ApiAnswer.TooMany(left);
        }
        if (!call.IsSend && call.Method is not ("editMessageText" or "editMessageReplyMarkup")) return null;
        while (_sent.TryPeek(out var oldest) && oldest.At <= call.At - TimeSpan.FromMinutes(1)) _sent.Dequeue();
        int Within(TimeSpan window, Func<long, bool> chat) => _sent.Count(sent => sent.At > call.At - window && chat(sent.Chat));
        if (Within(TimeSpan.FromSeconds(1), _ => true) >= 30 || Within(TimeSpan.FromSeconds(3), chat => chat == call.Chat) >= 3
            || (IsGroup(call.Chat) && Within(TimeSpan.FromMinutes(1), chat => chat == call.Chat) >= 20))
            return ApiAnswer.TooMany(5);
        _sent.Enqueue((call.Chat, call.At));
        return null;
    }

    private ApiAnswer Note(ApiAnswer answer)
    {
        if (answer.RetryAfter is { } seconds) _pausedUntil = time.GetUtcNow().AddSeconds(seconds);
        return answer;
    }
}
