using Dialog.AspNetCore.Problems;
using Dialog.Matching;

namespace Dialog.AspNetCore.Training;

/// <summary>What can go wrong with a training.</summary>
internal static class TrainingProblems
{
    public static readonly Problem Failed = new(
        "dialog:training-failed", 500,
        new("The training did not succeed.", "آموزش به نتیجه نرسید."),
        new("Your knowledge is kept and the former model goes on answering. Change anything to train again; the server's log says why it failed.",
            "دانش شما محفوظ است و مدل پیشین پاسخ می‌دهد. با هر تغییری دوباره آموزش می‌بیند؛ دلیل در گزارش سرور آمده است."));

    public static readonly Problem NothingReadable = new(
        "dialog:nothing-readable", 400,
        new("No example contains letters or digits.", "هیچ نمونه‌ای حرف یا رقم ندارد."),
        new("Add examples in words, as visitors would type them.", "نمونه‌ها را با واژه بنویسید، همان‌طور که بازدیدکننده می‌نویسد."));

    public static Problem Of(TrainingException error) => error.Problem switch
    {
        TrainingProblem.NoExamples or TrainingProblem.NoIntents => NothingReadable,
        _ => Failed,
    };
}
