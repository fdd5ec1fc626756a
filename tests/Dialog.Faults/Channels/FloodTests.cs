using System.Globalization;

namespace Dialog.Faults.Channels;

/// <summary>Much comes at once, or the same again and again.</summary>
public sealed class FloodTests
{
    [Test, Category("Long")]
    public async Task Ten_thousand_updates_at_once_are_logged_once_each_and_in_the_order_of_their_chats()
    {
        const int Chats = 500, Each = 20;
        await using var messenger = await Messenger.OpenAsync();
        var people = messenger.People(Chats);
        var began = TimeProvider.System.GetTimestamp();
        for (var number = 0; number < Each; number++)
            foreach (var person in people)
                person.Say(Word(person, number));

        await messenger.LoggedAsync(Chats * Each);
        var took = TimeProvider.System.GetElapsedTime(began);
        var log = await messenger.StopAsync();

        TestContext.Out.WriteLine($"{Chats * Each:N0} updates in {took.TotalSeconds:0.0} s, {Chats * Each / took.TotalSeconds:N0} a second");
        Assert.That(messenger.Api.Pending, Is.Zero);
        Assert.That(log, Has.Count.EqualTo(Chats));
        foreach (var person in people)
            Assert.That(log[person.Id], Is.EqualTo(Enumerable.Range(0, Each).Select(number => Word(person, number))));
    }

    [Test]
    public async Task An_update_that_the_messenger_delivers_a_hundred_times_is_taken_once()
    {
        await using var messenger = await Messenger.OpenAsync(callsWebhook: true);
        messenger.Api.Repeats = 100;
        var talk = new Talk(messenger, people: 10);
        talk.AskAll();
        talk.AskAll();

        await talk.AnsweredAsync();
        await messenger.Api.UntilAsync(() => messenger.Api.Pending == 0);
        Assert.That(talk.Repeats(), Is.All.Zero);
        Assert.That(messenger.Refused, Is.Zero);
        talk.IsIn(await messenger.StopAsync());
    }

    // Nothing the shop knows, so that it is silent after having handed the conversation off.
    private static string Word(ChatPerson person, int number) => string.Create(CultureInfo.InvariantCulture, $"qzxv{person.Id} wrrk{number}");
}
