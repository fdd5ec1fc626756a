using System.Threading.Channels;

namespace Dialog.Telegram.Tests;

/// <summary>Against a server somebody else wrote, with other ideas of what may be missing from an answer.</summary>
public class EmulatorTests
{
    [Test]
    [CancelAfter(60_000)]
    public async Task A_conversation_with_buttons(CancellationToken cancellation)
    {
        using var emulator = await Emulator.StartAsync();
        Assert.That(BotToken.TryParse(BotApi.Token, out var token));
        using var client = new BotClient(new BotOptions { Token = token!, BaseAddress = emulator.Address });
        Assert.That((await client.GetMeAsync(cancellation)).Username, Is.EqualTo("TestNameBot"));
        await client.DeleteWebhookAsync(cancellation: cancellation);

        var updates = Channel.CreateUnbounded<Update>();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var loop = new UpdateLoop(client, (batch, _) =>
        {
            foreach (var update in batch) updates.Writer.TryWrite(update);
            return Task.CompletedTask;
        }).RunAsync(stopping.Token);

        await emulator.WriteAsync("سلام، «قیمت» <چند>؟");
        var asked = await updates.Reader.ReadAsync(cancellation);
        Assert.That(asked.Message!.Text, Is.EqualTo("سلام، «قیمت» <چند>؟"));
        Assert.That(asked.Message.From!.FirstName, Is.EqualTo("سارا"));

        var sent = await client.SendMessageAsync(asked.Chat!.Id, MessageText.Html("<b>کدام؟</b>"),
            InlineKeyboard.Column(InlineButton.Callback("اولی", "a:1"), InlineButton.Callback("دومی", "a:2")), cancellation);
        Assert.That(sent.Date.Year, Is.GreaterThan(2024));

        await emulator.PressAsync("a:2");
        var pressed = await updates.Reader.ReadAsync(cancellation);
        Assert.That(pressed.CallbackQuery!.Data, Is.EqualTo("a:2"));
        await client.AnswerCallbackQueryAsync(pressed.CallbackQuery.Id, cancellation: cancellation);
        await client.EditMessageTextAsync(asked.Chat.Id, sent.MessageId, MessageText.Plain("دومی"), cancellation: cancellation);
        await client.SendMessageAsync(asked.Chat.Id, MessageText.Plain("۵ < ۶"), cancellation: cancellation);

        var said = await emulator.SaidAsync();
        Assert.That(said.Select(message => message["text"]!.ToString()), Is.EqualTo(new[] { "دومی", "۵ < ۶" }));
        Assert.That(said[0]["reply_markup"]!["inline_keyboard"]!.AsArray(), Has.Count.EqualTo(2));

        await stopping.CancelAsync();
        Assert.That(await loop, Is.Null);
        Assert.That(updates.Reader.TryRead(out _), Is.False, "Nothing came twice.");
    }
}
