using System.Globalization;

namespace Dialog.AspNetCore.Languages;

/// <summary>A day as people write it: in Persian by the Jalali calendar, «شنبه ۳۰ آبان ۱۴۰۵».</summary>
internal static class LongDate
{
    private static readonly PersianCalendar Jalali = new();

    private static readonly string[] Months =
        ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

    /// <summary>From Sunday on, as <see cref="DayOfWeek"/> counts.</summary>
    private static readonly string[] Days = ["یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه"];

    public static string In(string language, DateOnly day)
    {
        if (language != Language.Persian)
            return day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);
        var moment = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Days[(int)day.DayOfWeek]} {Digits(Jalali.GetDayOfMonth(moment))} {Months[Jalali.GetMonth(moment) - 1]} {Digits(Jalali.GetYear(moment))}");
    }

    private static string Digits(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('۰' + (digit - '0'))));
}
