using Dialog.AspNetCore.Languages;

namespace Dialog.AspNetCore.Problems;

/// <summary>A failure that is expected: what happened and what to do next, in both languages.</summary>
/// <param name="Type">The stable name a program can rely on.</param>
/// <param name="Status">The HTTP status it is answered with.</param>
/// <param name="Title">What happened.</param>
/// <param name="Detail">What to do next.</param>
internal sealed record Problem(string Type, int Status, Phrase Title, Phrase Detail)
{
    /// <summary>The refusal of a request; values fill the sentences' holes.</summary>
    public Refusal Refuse(params object[] values) => new(this, values);

    /// <summary>The problem in words, for a hub's reply or a row of a preview.</summary>
    public ProblemView In(string language, params object[] values) =>
        new(Type, Title.In(language, values), Detail.In(language, values));
}

/// <summary>A problem as it leaves the server.</summary>
/// <param name="Type">The stable name.</param>
/// <param name="Title">What happened, in the reader's language.</param>
/// <param name="Detail">What to do next, in the reader's language.</param>
/// <param name="RetryAfter">Seconds to wait before another try, where waiting helps.</param>
public sealed record ProblemView(string Type, string Title, string Detail, int? RetryAfter = null);
