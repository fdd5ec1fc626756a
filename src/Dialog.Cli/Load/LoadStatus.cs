namespace Dialog.Cli.Load;

/// <summary>Where a run is, for who watches it.</summary>
internal sealed class LoadStatus(LoadOptions options)
{
    private int _connected, _read;

    public LoadOptions Options { get; } = options;

    public Tally Tally { get; } = new();

    public LoadStage Stage { get; set; }

    /// <summary>Connections made.</summary>
    public int Connected => Volatile.Read(ref _connected);

    /// <summary>Conversations read again.</summary>
    public int Read => Volatile.Read(ref _read);

    public void CountConnected() => Interlocked.Increment(ref _connected);

    public void CountRead() => Interlocked.Increment(ref _read);
}

/// <summary>The parts of a run, in their order.</summary>
internal enum LoadStage
{
    Connecting,
    Sending,
    Awaiting,
    Reading,
}
