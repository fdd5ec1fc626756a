using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dialog.Cli.Load;

/// <summary>What <c>load</c> measured; times are milliseconds from the moment a message was due to its answer.</summary>
/// <param name="Sent">Messages sent.</param>
/// <param name="Acknowledged">Of these, said by the server to be durable.</param>
/// <param name="Answered">Of these, followed by an answer on the same connection.</param>
/// <param name="Lost">Acknowledged, and not in the conversation when it was read again.</param>
/// <param name="Doubled">Kept, pushed or acknowledged twice.</param>
/// <param name="OutOfOrder">Places of a conversation that are empty, changed, or came after a later one.</param>
/// <param name="Refused">Answered with a problem instead.</param>
/// <param name="HandedOff">Conversations the bot passed on to a person.</param>
/// <param name="Cut">Connections that ended before the run did.</param>
/// <param name="Seconds">From the first message to the last answer or acknowledgement.</param>
/// <param name="P50">Half of all times are no longer; null when nothing was answered.</param>
/// <param name="P90">Nine of ten times are no longer.</param>
/// <param name="P99">All but one in a hundred.</param>
/// <param name="Max">The longest time.</param>
internal sealed record LoadFigures(
    long Sent, long Acknowledged, long Answered, long Lost, long Doubled, long OutOfOrder,
    long Refused, long HandedOff, long Cut, double Seconds,
    double? P50, double? P90, double? P99, double? Max)
{
    /// <summary>Whether the server kept what it promised.</summary>
    [JsonIgnore]
    public bool IsClean => Lost + Doubled + OutOfOrder + Refused + Cut == 0;

    public static LoadFigures Of(Tally tally, TimeSpan took) => new(
        tally.Sent, tally.Acknowledged, tally.Answered, tally.Lost, tally.Doubled, tally.OutOfOrder,
        tally.Refused, tally.HandedOff, tally.Cut, Round(took.TotalSeconds),
        Round(tally.Latency.Percentile(0.5)), Round(tally.Latency.Percentile(0.9)), Round(tally.Latency.Percentile(0.99)),
        tally.Answered > 0 ? Round(tally.Latency.Max) : null);

    public string ToJson() => JsonSerializer.Serialize(this, LoadJson.Default.LoadFigures);

    private static double Round(double value) => Math.Round(value, 3);

    private static double? Round(double? value) => value is { } known ? Round(known) : null;
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(LoadFigures))]
internal sealed partial class LoadJson : JsonSerializerContext;
