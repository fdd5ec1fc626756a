using Dialog.AspNetCore.Attachments;
using Dialog.AspNetCore.Problems;
using Dialog.Storage;
using Dialog.Storage.Attachments;
using Dialog.Storage.Channels;
using Dialog.Telegram;
using Channel = Dialog.Storage.Channels.Channel;

namespace Dialog.AspNetCore.Channels;

/// <summary>
/// Brings one parcel to a chat, piece by piece, and keeps after each piece that it is there: a crash repeats one piece
/// at the most. What fails for now is tried again later, what fails for good is told to people.
/// </summary>
internal sealed class Consignment(Channel channel, BotClient client, ChannelParts parts, MessengerChat chat, Parcel parcel)
{
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(1);

    /// <returns>How long to wait before the next try; null when it is there, or given up.</returns>
    public async Task<TimeSpan?> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        while (delivery.Pieces < parcel.Pieces.Count)
        {
            (delivery, var problem) = await SendAsync(delivery, cancellation);
            if (problem is not null)
                return await SettleAsync(delivery, problem, cancellation);
            delivery = delivery with { Pieces = delivery.Pieces + 1 };
            if (delivery.Pieces < parcel.Pieces.Count)
                await KeepAsync(() => parts.Deliveries.SaveAsync(delivery, cancellation), cancellation);
        }

        await KeepAsync(() => parts.Deliveries.DoneAsync(delivery, cancellation), cancellation);
        if (delivery.State is not null)
            Tell(delivery with { State = null });
        if (chat.Unreachable is not null)
            await MarkAsync(null, cancellation);
        return null;
    }

    private async Task<(Delivery Delivery, BotProblem? Problem)> SendAsync(Delivery delivery, CancellationToken cancellation)
    {
        var keyboard = delivery.Pieces == parcel.Pieces.Count - 1 ? parcel.Keyboard : null;
        var sending = SendAsync(parcel.Pieces[delivery.Pieces], keyboard, cancellation);
        if (delivery.State is null && await IsSlowAsync(sending, delivery, cancellation))
            await KeepAsync(async () => delivery = await DelayAsync(delivery, MessengerProblems.Slow, cancellation), cancellation);
        try
        {
            await sending;
            return (delivery, null);
        }
        catch (BotApiException failure)
        {
            return (delivery, failure.Problem);
        }
    }

    private Task SendAsync(Piece piece, InlineKeyboard? keyboard, CancellationToken cancellation) => piece switch
    {
        Piece.File file => SendAsync(file, keyboard, cancellation),
        _ => client.SendMessageAsync(chat.Chat, ((Piece.Words)piece).Text, keyboard, cancellation),
    };

    private async Task SendAsync(Piece.File file, InlineKeyboard? keyboard, CancellationToken cancellation)
    {
        if (await parts.Files.FindAsync(chat.BotId, file.Attached.Id, cancellation) is not { } kept)
            throw new BotApiException("sendDocument", new BotProblem.Refused(404, "The file is not here any more."));
        await using var content = new AttachmentStream(parts.Files, kept.Id, kept.Size);
        var outgoing = new OutgoingFile(kept.Name, content, kept.Type);
        if (IsPhoto(kept))
        {
            try
            {
                await client.SendPhotoAsync(chat.Chat, outgoing, file.Caption, keyboard, cancellation);
                return;
            }
            catch (BotApiException failure) when (failure.Problem is BotProblem.Refused)
            {
                // Too wide or too tall for a photo: as a file it goes all the same.
                content.Position = 0;
            }
        }

        await client.SendDocumentAsync(chat.Chat, outgoing, file.Caption, keyboard, cancellation);
    }

    // As a photo an animation would stand still.
    private bool IsPhoto(Attachment kept) =>
        ImageTypes.IsShown(kept.Type) && kept.Type != "image/gif" && kept.Size <= client.Provider.PhotoBytes;

    private async Task<bool> IsSlowAsync(Task sending, Delivery delivery, CancellationToken cancellation)
    {
        using var sent = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var left = delivery.Since.Value + Limits.DeliveryDelay - parts.Clock.GetUtcNow();
        var delay = Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, parts.Clock, sent.Token);
        var isSlow = await Task.WhenAny(sending, delay) == delay && !cancellation.IsCancellationRequested;
        await sent.CancelAsync();
        return isSlow;
    }

    private async Task<TimeSpan?> SettleAsync(Delivery delivery, BotProblem problem, CancellationToken cancellation)
    {
        if (problem is BotProblem.Migrated moved)
        {
            await parts.Chats.MoveAsync(chat.Id, moved.NewChatId, cancellation);
            return TimeSpan.Zero;
        }

        var isForNow = problem.IsTransient || problem is BotProblem.Unauthorized;
        var now = parts.Clock.GetUtcNow();
        if (!isForNow || now - delivery.Since.Value >= Limits.DeliveryPatience)
        {
            await FailAsync(delivery, isForNow ? MessengerProblems.TooLate : MessengerProblems.Of(problem), cancellation);
            if (problem is BotProblem.Unreachable unreachable)
                await MarkAsync(MessengerProblems.ReasonOf(unreachable.Reason), cancellation);
            return null;
        }

        // While the messenger rests it was not asked, so the pauses do not grow and it is heard soon after its return.
        if (problem is not BotProblem.Resting)
            delivery = delivery with { Tries = delivery.Tries + 1 };
        var rest = RestAfter(problem, delivery.Tries);
        if (now + rest - delivery.Since.Value >= Limits.DeliveryDelay)
            await DelayAsync(delivery, MessengerProblems.Of(problem), cancellation);
        else
            await parts.Deliveries.SaveAsync(delivery, cancellation);
        return rest;
    }

    private static TimeSpan RestAfter(BotProblem problem, int tries)
    {
        var asked = problem switch
        {
            BotProblem.TooMany tooMany => tooMany.RetryAfter,
            BotProblem.Resting resting => resting.RetryAfter,
            _ => TimeSpan.Zero,
        };
        var rest = Courier.BackOff(tries);
        return asked > rest ? asked : rest;
    }

    private async Task<Delivery> DelayAsync(Delivery delivery, Problem problem, CancellationToken cancellation)
    {
        var isNews = delivery.State is null || delivery.Problem != problem.Type;
        delivery = delivery with { State = DeliveryStates.Delayed, Problem = problem.Type };
        await parts.Deliveries.SaveAsync(delivery, cancellation);
        if (isNews)
            Tell(delivery);
        return delivery;
    }

    private async Task FailAsync(Delivery delivery, Problem problem, CancellationToken cancellation)
    {
        delivery = delivery with { State = DeliveryStates.Failed, Problem = problem.Type };
        await parts.Deliveries.FailAsync(delivery, cancellation);
        parts.Logger.DeliveryFailed(channel.Id, problem.Type);
        Tell(delivery);
    }

    private async Task MarkAsync(string? unreachable, CancellationToken cancellation)
    {
        if (await parts.Chats.MarkAsync(chat.Id, unreachable, cancellation))
            await parts.Pushes.ConversationAsync(chat.BotId, chat.ConversationId, cancellation);
    }

    private void Tell(Delivery delivery)
    {
        parts.Pushes.Delivery(parcel.Language, delivery);
        parts.Pushes.Channel(channel);
    }

    // What was sent must be kept as sent, or it would be sent again: so this waits for the database, whatever it takes.
    private async Task KeepAsync(Func<Task> keep, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await keep();
                return;
            }
            catch (DatabaseUnavailableException)
            {
                await Task.Delay(RestAfterFailure, parts.Clock, cancellation);
            }
        }
    }
}
