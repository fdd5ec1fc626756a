using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Dialog.Echo;

/// <summary>
/// Speaks the visitors' protocol and does nothing else: no matching, no database, no disk. An answer is a sentence of
/// the usual length. What was said is kept in memory only so that the load tool may read it again.
/// </summary>
internal sealed class EchoHub(Conversations conversations) : Hub
{
    private const int Page = 200;
    private const string Answer = "Thank you for asking. Orders leave our store within one working day and reach you in two to four days.";

    private Conversation Mine => (Conversation)Context.Items[typeof(Conversation)]!;

    public Reply<Welcome> Hello(HelloRequest request)
    {
        var token = request.Token ?? Context.ConnectionId;
        Context.Items[typeof(Conversation)] = conversations.Of(token);
        var page = PageAfter(request.After);
        return new(new Welcome(token, new Bot("en"), page.Events, page.More), null);
    }

    public async Task<Reply<Receipt>> Send(SendRequest request)
    {
        var at = TimeProvider.System.GetUtcNow();
        var said = Mine.Add(new Happened(0, at, "message", request.Id, "visitor", request.Text));
        var answer = Mine.Add(new Happened(0, at, "message", null, "bot", Answer));
        await Clients.Caller.SendAsync("events", new[] { said, answer });
        return new(new Receipt(said.Sequence, at), null);
    }

    public Reply<LogPage> After(AfterRequest request) => new(PageAfter(request.After), null);

    private LogPage PageAfter(long after)
    {
        var (events, last) = Mine.After(after, Page);
        return new(events, events.Length > 0 && events[^1].Sequence < last);
    }
}

internal sealed class Conversations
{
    private readonly ConcurrentDictionary<string, Conversation> _all = new();

    public Conversation Of(string token) => _all.GetOrAdd(token, _ => new Conversation());
}

internal sealed class Conversation
{
    private readonly List<Happened> _events = [];

    public Happened Add(Happened happened)
    {
        lock (_events)
        {
            var numbered = happened with { Sequence = _events.Count + 1 };
            _events.Add(numbered);
            return numbered;
        }
    }

    public (Happened[] Events, long Last) After(long after, int most)
    {
        lock (_events)
            return ([.. _events.Skip((int)after).Take(most)], _events.Count);
    }
}

internal sealed record Reply<T>(T? Value, string? Problem);

internal sealed record HelloRequest(string Bot, string? Token, long After);

internal sealed record Welcome(string Token, Bot Bot, IReadOnlyList<Happened> Events, bool More);

internal sealed record Bot(string Language);

internal sealed record SendRequest(string Id, string Text);

internal sealed record Receipt(long Sequence, DateTimeOffset At);

internal sealed record AfterRequest(long After);

internal sealed record LogPage(IReadOnlyList<Happened> Events, bool More);

internal sealed record Happened(long Sequence, DateTimeOffset At, string Kind, string? Id, string From, string? Text);
