namespace Dialog.Faults.Channels;

/// <summary>The power goes while people talk on a messenger: nothing confirmed is lost, no answer is missing.</summary>
public sealed class KilledTests
{
    private const int People = 30;
    private const int Kills = 3;

    [Test]
    public async Task A_kill_between_sending_and_recording_repeats_that_message_alone()
    {
        await using var messenger = await Messenger.OpenAsync();
        var talk = new Talk(messenger, people: 1);
        talk.Ask(0);
        await talk.AnsweredAsync();
        messenger.Api.HoldAnswer();
        talk.Ask(0);
        await talk.AnsweredAsync();
        Assert.That(talk.Repeats().Sum(), Is.Zero);

        await messenger.KillAsync();
        await talk.TakenAsync(3);
        talk.Ask(0);
        await talk.AnsweredAsync();

        Assert.That(talk.Repeats().Sum(), Is.EqualTo(1));
        talk.IsIn(await messenger.StopAsync());
    }

    [TestCase(false, TestName = "Killed again and again while it asks the messenger")]
    [TestCase(true, TestName = "Killed again and again while the messenger calls it")]
    [Category("Long")]
    public async Task Killed_again_and_again(bool callsWebhook)
    {
        await using var messenger = await Messenger.OpenAsync(callsWebhook);
        var talk = new Talk(messenger, People);
        for (var kill = 1; kill <= Kills; kill++)
        {
            var before = messenger.Api.Taken.Count;
            talk.AskAll();
            await talk.TakenAsync(before + People * kill / (Kills + 1));
            await messenger.KillAsync();
        }

        await talk.AnsweredAsync();
        var repeats = talk.Repeats();
        talk.IsIn(await messenger.StopAsync());
        TestContext.Out.WriteLine($"{repeats.Sum()} of {People * Kills} answers came twice over {Kills} kills; {messenger.Refused} calls of the webhook were not taken");
        Assert.That(repeats, Is.All.LessThanOrEqualTo(Kills), "A kill repeats one message to a chat at the most.");
    }
}
