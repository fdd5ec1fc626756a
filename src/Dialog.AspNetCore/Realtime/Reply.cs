using Dialog.AspNetCore.Problems;

namespace Dialog.AspNetCore.Realtime;

/// <summary>What a hub method answers: a value, or why there is none. Expected failures never throw.</summary>
public sealed record Reply<T>(T? Value, ProblemView? Problem)
{
    public static implicit operator Reply<T>(T value) => new(value, null);

    public static implicit operator Reply<T>(ProblemView problem) => new(default, problem);
}
