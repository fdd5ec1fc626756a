namespace Dialog.Tests.Messengers;

internal sealed partial class BotApi
{
    private readonly List<(Func<ApiCall, bool> For, Func<ApiCall, ApiAnswer> With)> _scripted = [];
    private TaskCompletionSource _outageEnds = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lost;
    private bool _held;

    /// <summary>How the whole server is away; what hangs breaks off when the outage ends.</summary>
    public Outage Outage
    {
        get;
        set
        {
            lock (_lock)
            {
                field = value;
                _outageEnds.TrySetResult();
                _outageEnds = new(TaskCreationOptions.RunContinuationsAsynchronously);
                if (value != Outage.None) _poll?.TrySetResult(ApiAnswer.Broken(HttpRequestError.ResponseEnded));
            }
        }
    }

    /// <summary>How often each update is handed out; 1 unless a test asks for more.</summary>
    public int Repeats { get; set; } = 1;

    /// <summary>What the next calls of a method get instead of their answer, once each, in this order.</summary>
    public void Next(string method, params IEnumerable<Func<ApiCall, ApiAnswer>> answers)
    {
        lock (_lock)
            foreach (var answer in answers)
                _scripted.Add((call => call.Method == method, answer));
    }

    /// <summary>The next sends, whatever their kind, are too many.</summary>
    public void Storm(int calls, int retryAfter)
    {
        lock (_lock)
            for (var i = 0; i < calls; i++)
                _scripted.Add((call => call.IsSend, _ => ApiAnswer.TooMany(retryAfter)));
    }

    /// <summary>The next sends are taken, and the connection breaks before the answer is there.</summary>
    public void LoseAnswers(int sends)
    {
        lock (_lock) _lost += sends;
    }

    /// <summary>The next send is taken, and its answer does not come until the caller has gone.</summary>
    public void HoldAnswer()
    {
        lock (_lock) _held = true;
    }

    private bool IsHeld(ApiCall call)
    {
        if (!call.IsSend || !_held) return false;
        _held = false;
        return true;
    }

    private bool IsLost(ApiCall call)
    {
        if (!call.IsSend || _lost == 0) return false;
        _lost--;
        return true;
    }

    private Func<ApiCall, ApiAnswer>? Scripted(ApiCall call)
    {
        var index = _scripted.FindIndex(script => script.For(call));
        if (index < 0) return null;
        var scripted = _scripted[index].With;
        _scripted.RemoveAt(index);
        return scripted;
    }

    private async Task<ApiAnswer?> OutageAsync(CancellationToken cancellation)
    {
        Task ends;
        Outage outage;
        lock (_lock) (outage, ends) = (Outage, _outageEnds.Task);
        if (outage == Outage.Hanging) await ends.WaitAsync(cancellation);
        return outage switch
        {
            Outage.None => null,
            Outage.Refused => ApiAnswer.Broken(HttpRequestError.ConnectionError),
            Outage.Hanging => ApiAnswer.Broken(HttpRequestError.ResponseEnded),
            _ => ApiAnswer.Page(502),
        };
    }
}

/// <summary>How a server is away.</summary>
internal enum Outage
{
    None,

    /// <summary>Nobody listens.</summary>
    Refused,

    /// <summary>Connections are taken and nothing is said.</summary>
    Hanging,

    /// <summary>Something in between says 502.</summary>
    BadGateway,
}
