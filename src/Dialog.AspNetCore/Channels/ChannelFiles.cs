using Dialog.AspNetCore.Attachments;
using Dialog.Storage.Attachments;
using Channel = Dialog.Storage.Channels.Channel;

namespace Dialog.AspNetCore.Channels;

/// <summary>Fetches the files of messages from the messenger they came by. A source is <c>CHANNEL:FILE</c>.</summary>
internal sealed class ChannelFiles(RunningChannels running) : IAttachmentSource
{
    /// <summary>The source of a file of a channel.</summary>
    public static string SourceOf(Channel channel, IncomingFile file) => $"{channel.Id}:{file.FileId}";

    public async Task CopyAsync(Attachment attachment, Stream target, CancellationToken cancellation)
    {
        var source = attachment.Source!.Split(':', 2);
        var client = running.ClientOf(source[0]) ?? throw new InvalidOperationException("The messenger's account is not connected or off.");
        await client.DownloadAsync(await client.GetFileAsync(source[1], cancellation), target, cancellation);
    }
}
