namespace Dialog.Storage.Channels;

/// <summary>Something a messenger handed over.</summary>
public sealed record ReceivedUpdate
{
    public long UpdateId { get; init; }

    /// <summary>The chat it happened in; 0 when in none.</summary>
    public long Chat { get; init; }

    /// <summary>The messenger's id of the message it brought, by which a later edit names it.</summary>
    public long? Message { get; init; }

    /// <summary>As it came.</summary>
    public string Body { get; init; } = "";
}
