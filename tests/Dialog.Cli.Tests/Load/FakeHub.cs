using Microsoft.AspNetCore.SignalR;

namespace Dialog.Cli.Tests.Load;

/// <summary>The visitors' hub with a log in memory, and the one thing it does wrong.</summary>
internal sealed class FakeHub(FakeLogs logs, Fault fault) : Hub
{
    /// <summary>The message of each visitor that the fault befalls.</summary>
    private const string Victim = "m2";

    public object Hello(HelloOfTest request)
    {
        if (request.Bot != "shop")
            return Problem("dialog:unknown-bot", "There is no such bot.");
        var token = request.Token ?? Context.ConnectionId;
        Context.Items["token"] = token;
        var page = logs.Read(token, 0);
        return Value(new { token, bot = new { language = "en" }, events = page.Events, more = page.More });
    }

    public object After(AfterOfTest request)
    {
        var page = logs.Read(Token, request.After);
        return Value(new { events = page.Events, more = page.More });
    }

    public async Task<object> Send(SendOfTest request)
    {
        var isVictim = request.Id == Victim;
        if (isVictim && fault == Fault.Refuse)
            return Problem("dialog:too-many", "That was too fast.");

        var (said, answer) = logs.Append(Token, request.Id, request.Text);
        await PushAsync(isVictim, said, answer);
        if (isVictim)
            Damage(said, answer, request);
        return isVictim && fault == Fault.NeverAcknowledge
            ? throw new HubException("out of order")
            : Value(new { sequence = said.Sequence, at = "2026-03-21T08:00:00Z" });
    }

    private string Token => (string)Context.Items["token"]!;

    private async Task PushAsync(bool isVictim, EventOfTest said, EventOfTest answer)
    {
        switch (isVictim ? fault : Fault.None)
        {
            case Fault.PushTwice:
                await Clients.Caller.SendAsync("events", new[] { said, answer });
                await Clients.Caller.SendAsync("events", new[] { answer });
                break;
            case Fault.PushAnswerFirst:
                await Clients.Caller.SendAsync("events", new[] { answer });
                await Clients.Caller.SendAsync("events", new[] { said });
                break;
            case Fault.NeverPush:
                break;
            case Fault.NeverAnswer:
                logs.Change(Token, log => log.Last -= log.Remove(answer) ? 1 : 0);
                await Clients.Caller.SendAsync("events", new[] { said });
                break;
            default:
                await Clients.Caller.SendAsync("events", new[] { said, answer });
                break;
        }
    }

    private void Damage(EventOfTest said, EventOfTest answer, SendOfTest request) => logs.Change(Token, log =>
    {
        switch (fault)
        {
            case Fault.Lose:
                log.Remove(said);
                break;
            case Fault.LoseAnswer:
                log.Remove(answer);
                break;
            case Fault.Garble:
                log[log.IndexOf(said)] = said with { Text = request.Text + "?" };
                break;
            case Fault.KeepTwice:
                log.Add(said with { Sequence = ++log.Last });
                break;
            case Fault.Swap:
                (log[^2], log[^1]) = (said with { Sequence = answer.Sequence }, answer with { Sequence = said.Sequence });
                log.Sort((one, other) => one.Sequence.CompareTo(other.Sequence));
                break;
            default:
                break;
        }
    });

    private static object Value(object value) => new { value, problem = (object?)null };

    private static object Problem(string type, string title) =>
        new { value = (object?)null, problem = new { type, title, detail = "Wait.", retryAfter = type == "dialog:too-many" ? 10 : (int?)null } };
}

/// <summary>What a fake hub does wrong, once for each visitor.</summary>
public enum Fault
{
    None,
    Refuse,
    NeverAcknowledge,
    NeverPush,
    NeverAnswer,
    PushTwice,
    PushAnswerFirst,
    Lose,
    LoseAnswer,
    Garble,
    KeepTwice,
    Swap,
}

internal sealed record HelloOfTest(string Bot, string? Token);

internal sealed record AfterOfTest(long After);

internal sealed record SendOfTest(string Id, string Text);

internal sealed record EventOfTest(long Sequence, string Kind, string? Id, string From, string Text);
