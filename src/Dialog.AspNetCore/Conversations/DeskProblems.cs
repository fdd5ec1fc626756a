using Dialog.AspNetCore.Problems;

namespace Dialog.AspNetCore.Conversations;

/// <summary>What can go wrong at the desk.</summary>
internal static class DeskProblems
{
    public static readonly Problem AlreadyTaken = new(
        "dialog:already-taken", 409,
        new("A colleague has this conversation.", "این گفتگو دست یکی از همکاران است."),
        new("Choose another one from the queue.", "گفتگوی دیگری از صف بردارید."));

    public static readonly Problem NotTaken = new(
        "dialog:not-taken", 409,
        new("This conversation is not with you.", "این گفتگو دست شما نیست."),
        new("Take it first; your text is kept.", "نخست آن را بردارید؛ نوشته‌تان می‌ماند."));
}
