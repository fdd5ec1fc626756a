using Dialog.AspNetCore.Tests.Hosting;

namespace Dialog.AspNetCore.Tests.Digests;

/// <summary>An owner teaches from the digest.</summary>
public class TeachingTests
{
    private const string Question = "what time in the evening can I still come by?";
    private DigestStage _stage = null!;
    private ChatPerson _owner = null!;

    [SetUp]
    public async Task Get_a_digest_with_a_question()
    {
        _stage = await DigestStage.OpenAsync();
        await _stage.SetAsync();
        _owner = await _stage.SubscribedAsync();
        await _stage.AskAsync(Question);
        await _stage.PassToAsync(21, 20);
        await _owner.HeardAsync(2);
    }

    [TearDown]
    public ValueTask Close() => _stage.DisposeAsync();

    [Test]
    public async Task A_question_joins_an_intent_that_is_there()
    {
        _owner.Press($"1. {Shortened}");
        var asked = (await _owner.HeardAsync(3))[2];
        Assert.That(asked.Text, Does.StartWith($"What should it answer to “{Question}”?"));
        Assert.That(asked.Buttons, Does.Contain("When do you open?").And.Contain("How can I pay?").And.Contain("Write the answer now").And.Contain("Not needed"));

        _owner.Press(asked, "When do you open?");
        await _stage.Api.UntilAsync(() => _owner.Shown[2].Text.StartsWith("Learnt", StringComparison.Ordinal));

        Assert.That(_owner.Shown[2].Text, Is.EqualTo($"Learnt: “{Question}” is answered like “When do you open?” from now on."));
        Assert.That(_owner.Shown[2].Buttons, Is.Empty);
        Assert.That(await _stage.TryAsync(Question), Is.EqualTo("We open at nine."));
        Assert.That(_stage.Api.Spinning, Is.Empty);
        await _stage.PassToAsync(22, 20);
        Assert.That((await _owner.HeardAsync(4))[3].Buttons, Is.Empty);
    }

    [Test]
    public async Task The_next_message_becomes_the_answer()
    {
        _owner.Press($"1. {Shortened}");
        _owner.Press((await _owner.HeardAsync(3))[2], "Write the answer now");
        await _stage.Api.UntilAsync(() => _owner.Shown[2].Text.StartsWith("Write the answer in one message", StringComparison.Ordinal));
        _owner.Say("Until eight.");
        Assert.That((await _owner.HeardAsync(4))[3].Text, Is.EqualTo($"Learnt. To “{Question}” it answers from now on:\n\nUntil eight."));
        Assert.That(await _stage.TryAsync(Question), Is.EqualTo("Until eight."));

        _owner.Say("when do you open?");
        Assert.That((await _owner.HeardAsync(5))[4].Text, Is.EqualTo("We open at nine."), "The message after it is an ordinary one.");
        Assert.That((await _stage.IntentsAsync()).GetArrayLength(), Is.EqualTo(3));
    }

    [Test]
    public async Task An_answer_that_can_not_be_is_told_so_and_another_is_waited_for()
    {
        await WriteAsync();
        _owner.SendSticker("👍");
        Assert.That((await _owner.HeardAsync(4))[3].Text, Is.EqualTo("An answer is a text; please write it."));
        _owner.Say(new string('x', 4_050));
        Assert.That((await _owner.HeardAsync(5))[4].Text, Does.StartWith("The answer is longer than 4,000 characters."));
        _owner.Say("Until eight.");
        Assert.That((await _owner.HeardAsync(6))[5].Text, Does.StartWith("Learnt."));
    }

    [Test]
    public async Task Who_thinks_better_of_it_writes_as_before()
    {
        await WriteAsync();
        _owner.Press("Never mind");
        await _stage.Api.UntilAsync(() => _owner.Shown[2].Text == "All right, nothing was changed.");
        _owner.Say("when do you open?");
        Assert.That((await _owner.HeardAsync(4))[3].Text, Is.EqualTo("We open at nine."));
        Assert.That((await _stage.IntentsAsync()).GetArrayLength(), Is.EqualTo(2));
    }

    [Test]
    public async Task An_answer_is_not_waited_for_for_ever()
    {
        await WriteAsync();
        _stage.Clock.Advance(TimeSpan.FromMinutes(61));
        _owner.Say("when do you open?");
        Assert.That((await _owner.HeardAsync(4))[3].Text, Is.EqualTo("We open at nine."));
        Assert.That((await _stage.IntentsAsync()).GetArrayLength(), Is.EqualTo(2));
    }

    [Test]
    public async Task What_is_put_aside_does_not_come_up_again()
    {
        _owner.Press($"1. {Shortened}");
        _owner.Press((await _owner.HeardAsync(3))[2], "Not needed");
        await _stage.Api.UntilAsync(() => _owner.Shown[2].Text == $"All right, “{Question}” will not come up again.");
        await _stage.AskAsync(Question);
        await _stage.PassToAsync(22, 20);
        Assert.That((await _owner.HeardAsync(4))[3].Buttons, Is.Empty);
    }

    [Test]
    public async Task A_second_press_finds_it_done()
    {
        _owner.Press($"1. {Shortened}");
        var asked = (await _owner.HeardAsync(3))[2];
        _owner.Press(asked, "When do you open?");
        await _stage.Api.UntilAsync(() => _owner.Shown[2].Buttons.Any() is false);
        _owner.Press(asked, "How can I pay?");
        Assert.That((await _owner.HeardAsync(4))[3].Text, Is.EqualTo("This question has been dealt with."));
        Assert.That(await _stage.TryAsync(Question), Is.EqualTo("We open at nine."));
    }

    [Test]
    public async Task A_strangers_press_changes_nothing()
    {
        var button = _owner.Heard[1].DataOf($"1. {Shortened}")!;
        var stranger = new ChatPerson(_stage.Api, 99, "غریبه");
        stranger.Press(1, button);
        stranger.Press(1, button.Replace("d:o:", "d:a:"));
        await _stage.Api.UntilAsync(() => _stage.Api.Spinning.Count == 0 && _stage.Api.Pending == 0);
        _owner.Press($"1. {Shortened}");
        await _owner.HeardAsync(3);
        Assert.That(_owner.Heard[2].Text, Does.StartWith("What should it answer"));
        Assert.That(stranger.Heard, Is.Empty);
    }

    [Test]
    public async Task An_owner_no_more_teaches_nothing()
    {
        var invitation = (await _stage.Owner.PostAsync($"api/bots/{_stage.Bot.Id}/invitations", new { role = "owner" })).Json.GetProperty("token").GetString();
        using var partner = await Person.SignedUpAsync(_stage.Host, "partner@example.com", invitation);
        var ownerId = (await _stage.Owner.GetAsync($"api/bots/{_stage.Bot.Id}/members")).Json.EnumerateArray()
            .Single(member => member.GetProperty("email").GetString() == "owner@example.com").GetProperty("id").GetString();
        await partner.SendAsync(HttpMethod.Delete, $"api/bots/{_stage.Bot.Id}/members/{ownerId}");

        _owner.Press($"1. {Shortened}");
        Assert.That((await _owner.HeardAsync(3))[2].Text, Is.EqualTo("The daily report is for the bot's owners only."));
    }

    private static string Shortened => "what time in the evening can I still…";

    private async Task WriteAsync()
    {
        _owner.Press($"1. {Shortened}");
        _owner.Press((await _owner.HeardAsync(3))[2], "Write the answer now");
        await _stage.Api.UntilAsync(() => _owner.Shown[2].Text.StartsWith("Write the answer in one message", StringComparison.Ordinal));
    }
}
