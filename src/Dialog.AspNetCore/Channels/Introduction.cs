using Dialog.AspNetCore.Attachments;
using Dialog.AspNetCore.Languages;
using Dialog.Storage.Bots;
using Dialog.Telegram;
using Channel = Dialog.Storage.Channels.Channel;

namespace Dialog.AspNetCore.Channels;

/// <summary>
/// What an account shows of itself and is shown by: the menu of commands, and its picture for the console. None of it
/// is needed, so what fails is left for the next start.
/// </summary>
internal sealed class Introduction(BotStore bots, ChannelParts parts)
{
    /// <summary>The command that asks for a person.</summary>
    public const string PersonCommand = "person";

    private const int WantedWidth = 320;

    private static readonly Phrase PersonDescription = new("Talk to a colleague", "صحبت با همکار ما");
    private static readonly Phrase StartDescription = new("Begin", "شروع");

    public async Task RunAsync(Channel channel, BotClient client, CancellationToken cancellation)
    {
        if (await bots.FindAsync(channel.BotId, cancellation) is not { } bot)
            return;
        await TryAsync(() => client.SetMyCommandsAsync(
            [new("start", StartDescription.In(bot.Language)), new(PersonCommand, PersonDescription.In(bot.Language))], cancellation));
        await TryAsync(() => KeepPictureAsync(channel, client, cancellation));
    }

    private async Task KeepPictureAsync(Channel channel, BotClient client, CancellationToken cancellation)
    {
        var photos = await client.GetUserProfilePhotosAsync(channel.Account, cancellation: cancellation);
        if (photos.Photos is not [var sizes, ..] || sizes.LastOrDefault(size => size.Width <= WantedWidth) is not { } size)
            return;
        using var picture = new MemoryStream();
        await client.DownloadAsync(await client.GetFileAsync(size.FileId, cancellation), picture, cancellation);
        if (picture.Length > Limits.PictureBytes || ImageTypes.Of(picture.GetBuffer().AsSpan(0, (int)picture.Length)) is null)
            return;
        await parts.Channels.SavePictureAsync(channel.BotId, channel.Id, picture.ToArray(), cancellation);
        parts.Pushes.Channel(channel);
    }

    private static async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (BotApiException)
        {
            // Not every messenger knows it, and no message hangs on it.
        }
    }
}
