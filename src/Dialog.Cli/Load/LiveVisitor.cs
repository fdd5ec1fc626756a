using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Dialog.Cli.Load.Hub;

namespace Dialog.Cli.Load;

/// <summary>One visitor of the run: a connection that sends what it is told to and listens all the time.</summary>
internal sealed class LiveVisitor : IDisposable
{
    // SignalR gives up a client it has not heard of for half a minute.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(10);

    private readonly HubSocket _socket;
    private readonly Tally _tally;
    private readonly CancellationToken _stop;
    private readonly Lock _guard = new();
    private readonly Queue<Errand> _errands = new();
    private readonly ArrayBufferWriter<byte> _frame = new(256);
    private bool _isSending, _isCatchingUp, _isCut;
    private long _lastSend = Stopwatch.GetTimestamp();
    private JsonEncodedText[] _texts = [];

    private LiveVisitor(HubSocket socket, Welcome welcome, Tally tally, CancellationToken stop)
    {
        (_socket, _tally, _stop) = (socket, tally, stop);
        (Token, BotLanguage) = (welcome.Token, welcome.Bot.Language);
        Ledger = new Ledger(tally);
        foreach (var happened in welcome.Events)
            Ledger.CatchUp(HubEvent.Of(happened));
        Listening = ListenAsync();
    }

    /// <summary>What gives this visitor the conversation back.</summary>
    public string Token { get; }

    public string BotLanguage { get; }

    public Ledger Ledger { get; }

    /// <summary>Ends with the connection.</summary>
    public Task Listening { get; }

    private enum ErrandKind : byte
    {
        Send,
        After,
        Ping,
    }

    /// <param name="server">Where to connect.</param>
    /// <param name="tally">Where to count.</param>
    /// <param name="cancellation">Stops the connecting.</param>
    /// <param name="stop">Ends the visit.</param>
    public static async Task<LiveVisitor> ArriveAsync(HubServer server, Tally tally, CancellationToken cancellation, CancellationToken stop)
    {
        var (socket, welcome) = await server.HelloAsync(token: null, cancellation);
        return new LiveVisitor(socket, welcome, tally, stop);
    }

    /// <summary>What this visitor has to say, to be chosen from by number.</summary>
    public void Learn(JsonEncodedText[] texts) => _texts = texts;

    /// <summary>Says something that was due at this moment. Never waits: a slow server does not slow the schedule.</summary>
    public void Say(int text, long due)
    {
        _tally.CountSent();
        Do(new Errand(ErrandKind.Send, Ledger.Send(due, text), text));
    }

    /// <summary>Tells the server that the visitor is still here, when it has said nothing for long.</summary>
    public void KeepAlive()
    {
        if (Stopwatch.GetElapsedTime(Volatile.Read(ref _lastSend)) > LongestSilence)
            Do(new Errand(ErrandKind.Ping));
    }

    public void Dispose() => _socket.Dispose();

    private void Do(Errand errand)
    {
        lock (_guard)
        {
            _errands.Enqueue(errand);
            if (_isSending)
                return;
            _isSending = true;
        }

        _ = RunErrandsAsync();
    }

    private async Task RunErrandsAsync()
    {
        while (true)
        {
            Errand errand;
            lock (_guard)
            {
                if (!_errands.TryDequeue(out errand))
                {
                    _isSending = false;
                    return;
                }
            }

            try
            {
                await _socket.SendAsync(FrameOf(errand), _stop);
                Volatile.Write(ref _lastSend, Stopwatch.GetTimestamp());
            }
            catch (Exception error) when (IsEnd(error))
            {
                // The listening side tells of it; what is still to be said stays unsaid.
                return;
            }
        }
    }

    private ReadOnlyMemory<byte> FrameOf(Errand errand)
    {
        _frame.ResetWrittenCount();
        switch (errand.Kind)
        {
            case ErrandKind.Send:
                HubFrames.Send(_frame, errand.Number, _texts[errand.Text]);
                break;
            case ErrandKind.After:
                HubFrames.After(_frame, Ledger.Last);
                break;
            default:
                return HubFrames.Ping;
        }

        return _frame.WrittenMemory;
    }

    private async Task ListenAsync()
    {
        try
        {
            while (await _socket.ReadAsync(_stop) is { IsEmpty: false } record && !_isCut)
                Hear(record.Span);
        }
        catch (Exception error) when (IsEnd(error))
        {
            // Cut off, or the run is over.
        }

        if (!_stop.IsCancellationRequested)
            _tally.CountCut();
    }

    private void Hear(ReadOnlySpan<byte> json)
    {
        var record = HubRecord.Parse(json);
        switch (record.Type)
        {
            case HubRecord.Invocation when record.HasPayload && record.Target.SequenceEqual("events"u8):
                HearEvents(record.Payload);
                break;
            case HubRecord.Completion when record.InvocationId.SequenceEqual("after"u8):
                HearPage(record);
                break;
            case HubRecord.Completion:
                HearReceipt(record);
                break;
            case HubRecord.Close:
                _isCut = true;
                break;
            default:
                break;
        }
    }

    private void HearEvents(Utf8JsonReader arguments)
    {
        arguments.Read();
        while (HubEvent.TryRead(ref arguments, out var happened))
        {
            if (Ledger.Push(happened) || _isCatchingUp)
                continue;
            _isCatchingUp = true;
            Do(new Errand(ErrandKind.After));
        }
    }

    private void HearPage(HubRecord record)
    {
        var payload = record.Payload;
        var page = record.HasPayload ? JsonSerializer.Deserialize(ref payload, HubJson.Default.HubReplyLogPage)?.Value : null;
        foreach (var happened in page?.Events ?? [])
            Ledger.CatchUp(HubEvent.Of(happened));
        _isCatchingUp = page is { More: true };
        if (_isCatchingUp)
            Do(new Errand(ErrandKind.After));
    }

    private void HearReceipt(HubRecord record)
    {
        if (!int.TryParse(record.InvocationId, CultureInfo.InvariantCulture, out var number))
            return;
        if (!record.HasPayload)
        {
            _tally.CountRefused(new HubProblem("", record.Error ?? "The hub gave no result.", ""));
            return;
        }

        var payload = record.Payload;
        var reply = JsonSerializer.Deserialize(ref payload, HubJson.Default.HubReplyReceipt);
        if (reply?.Problem is { } problem)
            _tally.CountRefused(problem);
        else if (reply?.Value is { } receipt)
            Ledger.Acknowledge(number, receipt.Sequence);
    }

    private static bool IsEnd(Exception error) =>
        error is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException or JsonException;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Errand(ErrandKind Kind, int Number = 0, int Text = 0);
}
