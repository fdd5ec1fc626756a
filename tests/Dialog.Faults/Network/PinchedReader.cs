using System.Globalization;
using System.Net.Sockets;

namespace Dialog.Faults.Network;

/// <summary>Makes one connection whose receiving end holds little, and sees what becomes of it on the server's side.</summary>
internal sealed class PinchedReader : IDisposable
{
    private const int ReceiveBuffer = 4 * 1024;
    private const string Established = "01";

    private string _ends = "";

    public PinchedReader()
    {
        Transport = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = ReceiveBuffer };
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                _ends = string.Create(
                    CultureInfo.InvariantCulture,
                    $"0100007F:{((System.Net.IPEndPoint)socket.RemoteEndPoint!).Port:X4} 0100007F:{((System.Net.IPEndPoint)socket.LocalEndPoint!).Port:X4} ");
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
    }

    public HttpMessageInvoker Transport { get; }

    /// <summary>What the kernel knows of the server's end.</summary>
    /// <returns>Whether the server holds the connection, and how many bytes it has handed over that were not taken.</returns>
    public (bool IsOpen, long Untaken) AtServer()
    {
        var line = File.ReadLines("/proc/net/tcp").FirstOrDefault(line => line.Contains(_ends, StringComparison.Ordinal));
        if (line is null)
            return (false, 0);
        var fields = line[(line.IndexOf(_ends, StringComparison.Ordinal) + _ends.Length)..].Split(' ');
        return (fields[0] == Established, long.Parse(fields[1].Split(':')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }

    public void Dispose() => Transport.Dispose();
}
