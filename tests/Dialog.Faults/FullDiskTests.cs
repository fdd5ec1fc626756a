using System.Text.Json;
using Dialog.Faults.Chatting;
using Dialog.Faults.Hosting;

namespace Dialog.Faults;

/// <summary>The disk is full: nothing new can be kept, and everybody is told so; nothing old is hurt.</summary>
public sealed class FullDiskTests
{
    private const int Megabytes = 8;
    private const int MostBeforeRefusal = 2_000;
    private static readonly TimeSpan SoonWell = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);

    [Test]
    public async Task On_a_full_disk_sends_are_refused_in_words_reading_goes_on_and_space_heals_it()
    {
        using var disk = SmallDisk.Mount(Megabytes);
        Premises.FurnishTo(disk.Path);
        await using (var server = await Premises.StartAsync(disk.Path))
        {
            await using var visitor = new Visitor(DemoShop.Key, "visitor");
            await visitor.ConnectAsync(server.Address);
            for (var turn = 0; turn < 20; turn++)
                await visitor.Say(DemoShop.Question(turn)).Acknowledged.WaitAsync(Limit.Event);
            Assert.That(await Health.OfAsync(server.Address), Is.EqualTo(Health.Good));

            disk.Fill();
            var refused = await RefusedAsync(visitor);
            IsInWords(refused.Problem!.Value, "en");
            await NewcomersAreToldAsync(server.Address);
            await ReadingGoesOnAsync(visitor, server.Address);
            Assert.That(await Health.OfAsync(server.Address), Is.EqualTo(Health.Degraded));

            disk.Free();
            var took = await AcceptedAsync(visitor, refused);
            Assert.That(took, Is.LessThan(SoonWell));
            Assert.That(await Health.OfAsync(server.Address), Is.EqualTo(Health.Good));
            await visitor.Say(DemoShop.Question(0)).Acknowledged.WaitAsync(Limit.Event);
            (await Audit.OfAsync([visitor], server.Address)).IsClean();
            Assert.That(await server.StopAsync(), Is.Zero);
        }

        Assert.That(DataFolder.Integrity(disk.Path), Is.EqualTo("ok"));
    }

    [Test]
    public async Task A_server_killed_on_a_full_disk_has_lost_nothing_once_there_is_space()
    {
        using var disk = SmallDisk.Mount(Megabytes);
        Premises.FurnishTo(disk.Path);
        await using var visitor = new Visitor(DemoShop.Key, "visitor");
        var first = await Premises.StartAsync(disk.Path);
        await visitor.ConnectAsync(first.Address);
        disk.Fill();
        await RefusedAsync(visitor);
        await first.DisposeAsync();

        disk.Free();
        await using (var second = await Premises.StartAsync(disk.Path, first))
        {
            await visitor.ConnectAsync(second.Address);
            await visitor.Messages[^1].Acknowledged.WaitAsync(Limit.Event);
            (await Audit.OfAsync([visitor], second.Address)).IsClean();
            Assert.That(await second.StopAsync(), Is.Zero);
        }

        Assert.That(DataFolder.Integrity(disk.Path), Is.EqualTo("ok"));
    }

    /// <summary>Talks until the space left in the database's own files is used up.</summary>
    private static async Task<Message> RefusedAsync(Visitor visitor)
    {
        for (var turn = 0; turn < MostBeforeRefusal; turn++)
        {
            var message = visitor.Say(DemoShop.Question(turn));
            await message.Replied.WaitAsync(Limit.Event);
            if (message.Problem is not null)
                return message;
        }

        throw new AssertionException("The disk is full, and yet everything was acknowledged.");
    }

    private static async Task<TimeSpan> AcceptedAsync(Visitor visitor, Message refused)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var limit = new CancellationTokenSource(Limit.Event);
        using var timer = new PeriodicTimer(Beat, TimeProvider.System);
        while (refused.Sequence == 0)
        {
            await visitor.RepeatAsync(refused);
            await timer.WaitForNextTickAsync(limit.Token);
        }

        return TimeProvider.System.GetElapsedTime(began);
    }

    private static async Task ReadingGoesOnAsync(Visitor visitor, Uri server)
    {
        await using var anotherTab = new Visitor(DemoShop.Key, "another", visitor.Token);
        await anotherTab.ConnectAsync(server);
        await anotherTab.Transcript.ReachesAsync(visitor.Transcript.Last);
        Assert.That(anotherTab.Transcript.Entries, Is.EqualTo(visitor.Transcript.Entries));

        await using var desk = new DeskReader(Premises.Owner, Premises.Owner.Bot);
        await desk.ConnectAsync(server);
        await desk.WatchAsync(visitor.Conversation);
        await desk[visitor.Conversation].ReachesAsync(visitor.Transcript.Last);
    }

    private static async Task NewcomersAreToldAsync(Uri server)
    {
        foreach (var language in new[] { "en", "fa" })
        {
            await using var socket = await HubSocket.ConnectAsync(new Uri(server, "hubs/chat"), _ => { });
            var hello = await socket.CallAsync("Hello", new { bot = $"demo-{language}" });
            IsInWords(hello.GetProperty("problem"), language);
        }
    }

    private static void IsInWords(JsonElement problem, string language)
    {
        Assert.That(problem.GetProperty("type").GetString(), Is.EqualTo("dialog:unavailable"));
        foreach (var part in new[] { "title", "detail" })
        {
            var words = problem.GetProperty(part).GetString()!;
            Assert.That(words, Does.Contain(' '));
            Assert.That(words.Any(letter => letter is >= '\u0600' and <= '\u06FF'), Is.EqualTo(language == "fa"), words);
        }
    }
}
