using System.Collections.Concurrent;

namespace Dialog.Cli.Tests.Load;

/// <summary>Conversations of a fake hub: every message is answered at once.</summary>
internal sealed class FakeLogs
{
    private const int Page = 3;
    private readonly ConcurrentDictionary<string, FakeLog> _logs = new();

    public (EventOfTest Said, EventOfTest Answer) Append(string token, string id, string text)
    {
        var log = Log(token);
        lock (log)
        {
            var said = new EventOfTest(++log.Last, "message", id, "visitor", text);
            var answer = new EventOfTest(++log.Last, "message", null, "bot", "We open at nine.");
            log.AddRange([said, answer]);
            return (said, answer);
        }
    }

    public (EventOfTest[] Events, bool More) Read(string token, long after)
    {
        var log = Log(token);
        lock (log)
        {
            var rest = log.Where(entry => entry.Sequence > after).ToArray();
            return (rest[..Math.Min(Page, rest.Length)], rest.Length > Page);
        }
    }

    public void Change(string token, Action<FakeLog> change)
    {
        var log = Log(token);
        lock (log)
            change(log);
    }

    private FakeLog Log(string token) => _logs.GetOrAdd(token, _ => new FakeLog());
}

internal sealed class FakeLog : List<EventOfTest>
{
    /// <summary>The number given last, whatever became of its event.</summary>
    public long Last { get; set; }
}
