using System.Text.Json.Serialization;
using Dialog.AspNetCore.Problems;
using Dialog.Storage.Channels;

namespace Dialog.AspNetCore.Channels;

/// <summary>How the carrying of a message to a messenger stands, when it is not simply done.</summary>
/// <param name="State"><c>delayed</c> or <c>failed</c>.</param>
/// <param name="Problem">Why, and what to do.</param>
public sealed record DeliveryView(
    string State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ProblemView? Problem)
{
    internal static DeliveryView? Of(Delivery delivery, string language) =>
        delivery.State is { } state ? new DeliveryView(state, MessengerProblems.Named(delivery.Problem)?.In(language)) : null;
}

/// <summary>A delivery has changed: pushed to who reads the conversation. Null means that the message has arrived.</summary>
public sealed record DeliveryChange(string Conversation, long Sequence, DeliveryView? Delivery);
