using System.ComponentModel.DataAnnotations;
using Dialog.AspNetCore.Channels;

namespace Dialog.AspNetCore;

/// <summary>How Dialog is hosted.</summary>
public sealed class DialogOptions
{
    /// <summary>The folder of the database; created when missing. Default: <c>data</c> in the current folder.</summary>
    [Required]
    public string DataFolder { get; set; } = "data";

    /// <summary>
    /// How long a message that the bot is unsure of waits for its continuation before it is answered or handed off.
    /// Default: 1.5 seconds.
    /// </summary>
    public TimeSpan BurstWait { get; set; } = TimeSpan.FromSeconds(1.5);

    /// <summary>
    /// Bytes of models held in memory, over all bots; the least recently used are dropped and loaded again when asked
    /// for. Default: 1 GiB.
    /// </summary>
    [Range(1, long.MaxValue)]
    public long ModelMemory { get; set; } = 1L << 30;

    /// <summary>
    /// Whether visitors are held to <see cref="Limits.VisitorBurst"/> and its kin. Turn it off for a load test only.
    /// Default: on.
    /// </summary>
    public bool VisitorLimits { get; set; } = true;

    /// <summary>
    /// Whether <c>/metrics</c> answers in Prometheus' text format. It names no bot and no person, but shows how busy
    /// the server is: let your proxy keep strangers from it. Default: off.
    /// </summary>
    public bool Metrics { get; set; }

    /// <summary>
    /// The https address under which the world reaches Dialog, with the path it is mounted at, such as
    /// <c>https://chat.example.com</c>: where messengers deliver by webhook. Default: none, and messengers are polled.
    /// </summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>How messengers are reached.</summary>
    public MessengerOptions Messengers { get; } = new();

    /// <summary>
    /// Files of bots that a new server begins with, such as a demo's. A bot whose key exists stays as it is. Nobody
    /// owns them until the server's first account does. Default: none.
    /// </summary>
    public IList<string> StarterBots { get; } = [];
}
