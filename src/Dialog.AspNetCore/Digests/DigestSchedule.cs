using Dialog.Storage.Digests;

namespace Dialog.AspNetCore.Digests;

/// <summary>
/// When digests are due: once each day of the owner's calendar, whatever the clocks do. An hour that a change of the
/// clocks leaves out is the first moment after it; of one that comes twice the first counts.
/// </summary>
internal static class DigestSchedule
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>Whether this is the name of a time zone that this machine knows.</summary>
    public static bool IsTimeZone(string? name) => name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId;

    /// <summary>The newest digest that was due at a moment.</summary>
    public static DueDigest Newest(Digest digest, DateTimeOffset now)
    {
        var zone = ZoneOf(digest);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var due = On(today, digest.Hour, zone);
        return due.At <= now ? due : On(today.AddDays(-1), digest.Hour, zone);
    }

    /// <summary>The day of a moment in the digest's time zone.</summary>
    public static DateOnly DayOf(Digest digest, DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, ZoneOf(digest)).DateTime);

    private static DueDigest On(DateOnly day, int hour, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        while (zone.IsInvalidTime(local))
            local += Step;
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DueDigest(day, new DateTimeOffset(local, offset));
    }

    // A database may have come from a machine that knew more time zones.
    private static TimeZoneInfo ZoneOf(Digest digest) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(digest.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
}

/// <summary>A digest that was due.</summary>
/// <param name="Day">The day it is for.</param>
/// <param name="At">When it was due.</param>
internal sealed record DueDigest(DateOnly Day, DateTimeOffset At);
