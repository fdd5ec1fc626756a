using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dialog.Cli.Load.Hub;

/// <summary>A WebSocket that carries records of the hub. One may read while another sends, not two of the same.</summary>
internal sealed class HubSocket : IDisposable
{
    private const int LargestRecord = 64 * 1024 * 1024;
    private readonly ClientWebSocket _socket = new();
    private byte[] _buffer = new byte[1024];
    private int _start, _end;

    private HubSocket()
    {
        // SignalR has pings of its own.
        _socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        _socket.Options.CollectHttpResponseDetails = true;
    }

    /// <exception cref="InputException">There is no hub to be reached; says why.</exception>
    public static async Task<HubSocket> ConnectAsync(Uri hub, HttpMessageInvoker http, CancellationToken cancellation)
    {
        var socket = new HubSocket();
        try
        {
            await socket._socket.ConnectAsync(hub, http, cancellation);
            await socket.SendAsync(HubFrames.Handshake, cancellation);
            if (HandshakeError(await socket.ReadAsync(cancellation)) is { } refused)
                throw new InputException($"{hub}: the hub refused the connection: {refused}");
            return socket;
        }
        catch (Exception error) when (error is WebSocketException or HttpRequestException or JsonException)
        {
            socket.Dispose();
            throw new InputException(HubFailure.Explain(hub, socket._socket.HttpStatusCode, error));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellation) =>
        _socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, cancellation);

    /// <summary>The next record, without its separator; good until the next call. Empty when the connection has ended.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellation)
    {
        var searched = _start;
        while (true)
        {
            var length = _buffer.AsSpan(searched, _end - searched).IndexOf(HubRecord.Separator);
            if (length >= 0)
            {
                var record = _buffer.AsMemory(_start, searched - _start + length);
                _start = searched + length + 1;
                return record;
            }

            MakeRoom();
            searched = _end;
            var received = await _socket.ReceiveAsync(_buffer.AsMemory(_end), cancellation);
            if (received.MessageType == WebSocketMessageType.Close)
                return default;
            _end += received.Count;
        }
    }

    /// <summary>Calls a method and reads until its result has come; what is pushed meanwhile is passed over.</summary>
    public async Task<T> CallAsync<T>(ReadOnlyMemory<byte> frame, JsonTypeInfo<T> shape, CancellationToken cancellation) where T : class
    {
        await SendAsync(frame, cancellation);
        while (await ReadAsync(cancellation) is { IsEmpty: false } record)
        {
            if (ResultOf(record.Span, shape) is { } result)
                return result;
        }

        throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
    }

    public void Dispose()
    {
        _socket.Abort();
        _socket.Dispose();
    }

    private static T? ResultOf<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> shape) where T : class
    {
        var record = HubRecord.Parse(json);
        if (record is { Type: HubRecord.Completion or HubRecord.Close, Error: { } error })
            throw new InputException($"The hub answered with an error: {error}");
        if (record.Type != HubRecord.Completion || !record.HasPayload)
            return null;
        var payload = record.Payload;
        return JsonSerializer.Deserialize(ref payload, shape);
    }

    private static string? HandshakeError(ReadOnlyMemory<byte> record) =>
        record.IsEmpty ? "it closed it at once." : HubRecord.Parse(record.Span).Error;

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end < _buffer.Length)
            return;
        if (_end >= LargestRecord)
            throw new InputException($"The hub sent a record larger than {LargestRecord / 1024 / 1024} MB.");
        Array.Resize(ref _buffer, _buffer.Length * 2);
    }
}
