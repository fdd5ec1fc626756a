using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Dialog.AspNetCore.Handoff;

/// <summary>Who is at which desk: an agent is there while a desk of theirs is connected.</summary>
internal sealed class AgentPresence
{
    private readonly ConcurrentDictionary<string, Seat> _seats = new();

    public void Arrive(string botId, string userId, HubCallerContext connection) =>
        _seats[connection.ConnectionId] = new Seat(botId, userId, connection);

    public void Leave(string connectionId) => _seats.TryRemove(connectionId, out _);

    public bool IsSomeoneAtDesk(string botId) => _seats.Values.Any(seat => seat.BotId == botId);

    /// <summary>Closes the desks of who no longer belongs to the bot's team.</summary>
    public void Expel(string botId, string userId)
    {
        foreach (var seat in _seats.Values.Where(seat => seat.BotId == botId && seat.UserId == userId))
            seat.Connection.Abort();
    }

    private sealed record Seat(string BotId, string UserId, HubCallerContext Connection);
}
