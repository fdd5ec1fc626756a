using System.Text;

namespace Dialog.Matching.Text;

/// <summary>Normalisation form KD of one character at a time, remembered, so that asking again costs nothing.</summary>
internal static class Decomposition
{
    /// <summary>No character has a longer one (U+FDFA).</summary>
    public const int Longest = 18;

    private static readonly string?[] Known = new string?[char.MaxValue + 1];

    public static string Of(char character) =>
        Known[character] ??= char.IsSurrogate(character) || character >= '\uFFFE' || character is >= '\uFDD0' and <= '\uFDEF'
            ? " "
            : character.ToString().Normalize(NormalizationForm.FormKD);
}
