namespace Dialog.Matching.Evaluation;

/// <summary>A message and what would have been right.</summary>
/// <param name="IntentId">The right intent, or null for a message that no intent answers.</param>
/// <param name="Text">The message.</param>
public sealed record EvaluationCase(string? IntentId, string Text);

/// <summary>A message, what would have been right, and what the model said.</summary>
/// <param name="Case">The message.</param>
/// <param name="Predicted">The best intent.</param>
/// <param name="Confidence">The confidence in it.</param>
public sealed record EvaluationOutcome(EvaluationCase Case, string Predicted, double Confidence)
{
    /// <summary>Whether there was a right intent and it was the best.</summary>
    public bool IsRight => Case.IntentId is not null && Case.IntentId == Predicted;
}
