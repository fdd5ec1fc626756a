using System.Text.Json.Serialization;

namespace Dialog.Cli.Load.Hub;

/// <summary>Why the server did not do what it was asked for.</summary>
internal sealed record HubProblem(string Type, string Title, string Detail, int? RetryAfter = null)
{
    /// <summary>Whether the server has had enough of this visitor for a moment.</summary>
    [JsonIgnore]
    public bool IsLimit => RetryAfter is not null || Type.Contains("too-many", StringComparison.Ordinal) || Type.Contains("too-fast", StringComparison.Ordinal);
}

/// <summary>What a hub method answers: a value, or why there is none.</summary>
internal sealed record HubReply<T>(T? Value, HubProblem? Problem);

/// <summary>A durable message's place.</summary>
internal sealed record Receipt(long Sequence);

/// <summary>What is needed of the answer to Hello.</summary>
internal sealed record Welcome(string Token, WelcomingBot Bot, IReadOnlyList<LogEvent> Events, bool More);

/// <summary>The bot that welcomes.</summary>
internal sealed record WelcomingBot(string Language);

/// <summary>A page of a conversation.</summary>
internal sealed record LogPage(IReadOnlyList<LogEvent> Events, bool More);

/// <summary>An event as the log gives it.</summary>
internal sealed record LogEvent(long Sequence, string Kind, string? Id = null, string? From = null, string? Text = null);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(HubReply<Receipt>))]
[JsonSerializable(typeof(HubReply<Welcome>))]
[JsonSerializable(typeof(HubReply<LogPage>))]
internal sealed partial class HubJson : JsonSerializerContext;
