namespace Dialog.Faults.Chatting;

/// <summary>How long answers took, from sending the question to hearing the answer.</summary>
internal static class Latencies
{
    /// <summary>The 99th percentile of the messages, all of which must have been answered.</summary>
    public static TimeSpan P99(IEnumerable<Message> messages)
    {
        var times = messages.Select(message => TimeProvider.System.GetElapsedTime(message.SentAt, message.AnsweredAt)).Order().ToArray();
        return times[times.Length * 99 / 100];
    }
}
