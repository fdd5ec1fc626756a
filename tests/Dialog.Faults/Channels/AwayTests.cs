namespace Dialog.Faults.Channels;

/// <summary>The messenger is away for a while, or asks for patience.</summary>
public sealed class AwayTests
{
    private const int People = 20;

    private static readonly TimeSpan While = TimeSpan.FromSeconds(3);

    [TestCase(Outage.Refused)]
    [TestCase(Outage.BadGateway)]
    [Category("Long")]
    public async Task What_is_asked_before_and_during_an_outage_is_answered_after_it_in_order(object outage)
    {
        await using var messenger = await Messenger.OpenAsync();
        var talk = new Talk(messenger, People);
        talk.AskAll();
        await talk.TakenAsync(People / 2);
        await GoAwayAsync(messenger, (Outage)outage);
        talk.AskAll();
        using (var beat = new PeriodicTimer(While, TimeProvider.System))
            await beat.WaitForNextTickAsync();
        await ComeBackAsync(messenger);
        var back = TimeProvider.System.GetTimestamp();
        talk.AskAll();

        await talk.AnsweredAsync();
        TestContext.Out.WriteLine($"All answered {TimeProvider.System.GetElapsedTime(back).TotalSeconds:0.0} s after its return");
        var repeats = talk.Repeats();
        talk.IsIn(await messenger.StopAsync());
        TestContext.Out.WriteLine($"{repeats.Sum()} of {People * 3} answers came twice");
        Assert.That(repeats, Is.All.LessThanOrEqualTo(1), "Only what was under way to a chat when the connections were cut.");
    }

    [Test, Category("Long")]
    public async Task Storms_of_429_delay_and_lose_nothing()
    {
        const int Storms = 3, CallsAStorm = 5;
        await using var messenger = await Messenger.OpenAsync();
        var talk = new Talk(messenger, People);
        for (var storm = 0; storm < Storms; storm++)
        {
            messenger.Api.Storm(CallsAStorm, retryAfter: 1);
            talk.AskAll();
            await talk.AnsweredAsync();
        }

        Assert.That(talk.Repeats(), Is.All.Zero);
        talk.IsIn(await messenger.StopAsync());
        TestContext.Out.WriteLine($"{messenger.Api.TooEarly} calls during a pause, of {messenger.Api.Calls.Count}");
        Assert.That(messenger.Api.TooEarly, Is.LessThanOrEqualTo(People * Storms), "Only what was under way to a chat when the pause began.");
    }

    [Test]
    public async Task Answers_whose_receipt_was_lost_come_again_and_hold_up_nobody()
    {
        const int Lost = 3;
        await using var messenger = await Messenger.OpenAsync();
        messenger.Api.LoseAnswers(Lost);
        var talk = new Talk(messenger, People);
        talk.AskAll();
        talk.AskAll();

        await talk.AnsweredAsync();
        Assert.That(talk.Repeats().Sum(), Is.EqualTo(Lost));
        talk.IsIn(await messenger.StopAsync());
    }

    private static Task GoAwayAsync(Messenger messenger, Outage outage)
    {
        if (outage == Outage.Refused)
            return messenger.Address.RefuseAsync();
        messenger.Api.Outage = outage;
        return Task.CompletedTask;
    }

    private static Task ComeBackAsync(Messenger messenger)
    {
        if (messenger.Api.Outage == Outage.None)
            return messenger.Address.ListenAsync();
        messenger.Api.Outage = Outage.None;
        return Task.CompletedTask;
    }
}
