using Dialog.AspNetCore.Digests;
using Dialog.Storage.Digests;

namespace Dialog.AspNetCore.Tests.Digests;

public class DigestScheduleTests
{
    private static Digest At(int hour, string zone) => new() { Hour = hour, TimeZone = zone };

    [TestCase("2026-11-21T17:29:59Z", "2026-11-20", "2026-11-20T17:30:00Z", TestName = "A moment before the hour, yesterday's is the newest")]
    [TestCase("2026-11-21T17:30:00Z", "2026-11-21", "2026-11-21T17:30:00Z", TestName = "At the hour, today's")]
    [TestCase("2026-11-21T20:29:59Z", "2026-11-21", "2026-11-21T17:30:00Z", TestName = "Until midnight in Tehran it is today's")]
    [TestCase("2026-11-21T20:30:00Z", "2026-11-21", "2026-11-21T17:30:00Z", TestName = "After midnight it is the day before's")]
    public void A_day_is_the_owners(string now, string day, string at) => Check(At(21, "Asia/Tehran"), now, day, at);

    [TestCase("2026-03-29T00:59:00Z", "2026-03-28", "2026-03-28T01:00:00Z")]
    [TestCase("2026-03-29T01:00:00Z", "2026-03-29", "2026-03-29T01:00:00Z", TestName = "An hour left out is the first moment after it")]
    public void In_spring_an_hour_is_left_out(string now, string day, string at) => Check(At(2, "Europe/Berlin"), now, day, at);

    [TestCase("2026-10-25T00:00:00Z", "2026-10-25", "2026-10-25T00:00:00Z", TestName = "Of an hour that comes twice the first counts")]
    [TestCase("2026-10-25T01:30:00Z", "2026-10-25", "2026-10-25T00:00:00Z", TestName = "and the second brings no other day")]
    public void In_autumn_an_hour_comes_twice(string now, string day, string at) => Check(At(2, "Europe/Berlin"), now, day, at);

    [TestCase("America/New_York")]
    [TestCase("Asia/Tehran")]
    [TestCase("Australia/Lord_Howe")]
    [TestCase("America/Santiago")]
    public void Every_day_of_a_year_is_due_once_and_in_order(string zone)
    {
        for (var hour = 0; hour < 24; hour++)
        {
            var digest = At(hour, zone);
            var due = new List<DueDigest>();
            for (var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero); now.Year == 2026; now = now.AddMinutes(30))
                if (DigestSchedule.Newest(digest, now) is var newest && newest != due.LastOrDefault())
                    due.Add(newest);

            Assert.That(due.Zip(due.Skip(1), (a, b) => b.Day.DayNumber - a.Day.DayNumber), Is.All.EqualTo(1), $"{zone} at {hour}");
            Assert.That(due.Zip(due.Skip(1), (a, b) => (b.At - a.At).TotalHours), Is.All.InRange(22.5, 25.5), $"{zone} at {hour}");
        }
    }

    [TestCase("Asia/Tehran", true)]
    [TestCase("Etc/UTC", true)]
    [TestCase("Mars/Olympus", false)]
    [TestCase("../../etc/passwd", false)]
    [TestCase("", false)]
    [TestCase(null, false)]
    public void Time_zones_are_known_by_their_names(string? name, bool known) => Assert.That(DigestSchedule.IsTimeZone(name), Is.EqualTo(known));

    [Test]
    public void A_time_zone_this_machine_does_not_know_is_taken_as_utc() =>
        Check(At(21, "Mars/Olympus"), "2026-11-21T21:00:00Z", "2026-11-21", "2026-11-21T21:00:00Z");

    private static void Check(Digest digest, string now, string day, string at)
    {
        var newest = DigestSchedule.Newest(digest, Moment(now));
        Assert.That((DigestReceiver.Day(newest.Day), newest.At.ToUniversalTime()), Is.EqualTo((day, Moment(at))));
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
