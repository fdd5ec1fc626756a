using Dialog.Faults.Hosting;

namespace Dialog.Faults.Chatting;

/// <summary>What became of all that was said, by the log as a newcomer reads it.</summary>
internal sealed record Audit(int Sent, int Acknowledged, int Lost, int Doubled, int OutOfOrder, int Contradicted, int Failed)
{
    /// <summary>Reads each conversation from its beginning over a new connection and compares.</summary>
    public static async Task<Audit> OfAsync(IReadOnlyList<Visitor> visitors, Uri server)
    {
        var sum = new Audit(0, 0, 0, 0, 0, 0, 0);
        foreach (var visitor in visitors)
        {
            await using var newcomer = new Visitor(DemoShop.Key, "newcomer", visitor.Token);
            await newcomer.ConnectAsync(server);
            await newcomer.Transcript.ReachesAsync(visitor.Transcript.Last);
            sum = sum.Plus(Of(visitor, newcomer.Transcript.Entries));
        }

        TestContext.Out.WriteLine(sum);
        return sum;
    }

    public void IsClean()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Lost, Is.Zero, "Acknowledged, then missing.");
            Assert.That(Doubled, Is.Zero, "One id, several events, or several answers to one message.");
            Assert.That(OutOfOrder, Is.Zero, "In the log otherwise than they were said.");
            Assert.That(Contradicted, Is.Zero, "Told to one reader otherwise than to another, or than before.");
            Assert.That(Failed, Is.Zero, "The server threw, where it may only refuse in words.");
        }
    }

    private static Audit Of(Visitor visitor, IReadOnlyList<Entry> log)
    {
        var messages = visitor.Messages;
        var places = log.Where(entry => entry.Id is not null).ToLookup(entry => entry.Id!);
        var own = messages.Select(message => message.Id).ToHashSet();
        var order = log.Where(entry => entry.Id is not null && own.Contains(entry.Id)).Select(entry => entry.Id!).Distinct();
        var followed = visitor.Transcript.Entries;
        return new Audit(
            messages.Count,
            messages.Count(message => message.Sequence > 0),
            messages.Count(message => message.Sequence > 0 && places[message.Id].All(entry => entry.Sequence != message.Sequence)),
            places.Count(place => place.Count() > 1) + AnsweredTwice(log),
            order.Zip(messages.Select(message => message.Id).Where(places.Contains)).Count(pair => pair.First != pair.Second),
            visitor.Transcript.Contradictions + messages.Count(message => message.IsMoved)
                + followed.Zip(log).Count(pair => pair.First != pair.Second),
            messages.Count(message => message.Failure is not null));
    }

    // The shop knows every question of the crowd, so each is followed by one answer.
    private static int AnsweredTwice(IReadOnlyList<Entry> log) =>
        log.Zip(log.Skip(1)).Count(pair => pair.First.IsSaidBy("bot") && pair.Second.IsSaidBy("bot"));

    private Audit Plus(Audit other) => new(
        Sent + other.Sent, Acknowledged + other.Acknowledged, Lost + other.Lost, Doubled + other.Doubled,
        OutOfOrder + other.OutOfOrder, Contradicted + other.Contradicted, Failed + other.Failed);
}
