using System.Text;

namespace Dialog.Matching.Text;

/// <summary>
/// Raw text to tokens: compatibility decomposition, folding, stretched letters shortened, cut at whatever is neither
/// letter nor digit. A symbol such as an emoji is a token of its own.
/// </summary>
/// <remarks>Normalisation form KD of Unicode Standard Annex #15; the marks it sets free are dropped by the fold.</remarks>
internal sealed class Tokenizer
{
    private char[] _decomposed = new char[512];

    public void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        tokens.Clear();
        if (text.Length > TrainingLimits.Characters)
            text = text[..TrainingLimits.Characters];

        var characters = Decompose(text);
        Span<char> token = stackalloc char[64];
        var length = 0;
        for (var i = 0; i < characters.Length; i++)
        {
            var character = characters[i];
            if (char.IsHighSurrogate(character) && i + 1 < characters.Length)
            {
                Flush(token, ref length, tokens);
                tokens.Add(characters.Slice(i++, 2));
                continue;
            }

            var folded = CharacterFold.Fold(character);
            if (folded == CharacterFold.Dropped || (IsApostrophe(character) && length > 0 && LetterFollows(characters, i)))
                continue;
            if (folded == CharacterFold.Separator)
                Flush(token, ref length, tokens);
            else if (char.IsSymbol(folded))
            {
                Flush(token, ref length, tokens);
                tokens.Add([folded]);
            }
            else if (!IsStretch(token[..length], folded))
            {
                // A run with no end (a pasted key, a language without spaces) is cut, not refused.
                if (length == token.Length)
                    Flush(token, ref length, tokens);
                token[length++] = folded;
            }
        }

        Flush(token, ref length, tokens);
    }

    private ReadOnlySpan<char> Decompose(ReadOnlySpan<char> text)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (_decomposed.Length < length + Decomposition.Longest)
                Array.Resize(ref _decomposed, _decomposed.Length * 2);
            var character = text[i];
            if (CharacterFold.IsPlain(character))
                _decomposed[length++] = character;
            else if (!char.IsSurrogate(character))
                Append(Decomposition.Of(character), ref length);
            else if (Rune.TryCreate(character, i + 1 < text.Length ? text[i + 1] : ' ', out var rune))
            {
                if (Rune.IsLetterOrDigit(rune))
                    Append(rune.ToString().Normalize(NormalizationForm.FormKD), ref length);
                else
                    length += rune.EncodeToUtf16(_decomposed.AsSpan(length));
                i++;
            }
            else
                _decomposed[length++] = ' ';
        }

        return _decomposed.AsSpan(0, length);
    }

    private void Append(string characters, ref int length)
    {
        characters.CopyTo(_decomposed.AsSpan(length));
        length += characters.Length;
    }

    private static bool IsApostrophe(char character) => character is '\'' or '\u2019' or '\u2018' or '\u02BC' or '`' or '\u00B4';

    private static bool LetterFollows(ReadOnlySpan<char> characters, int at) =>
        at + 1 < characters.Length && char.IsLetter(characters[at + 1]);

    private static bool IsStretch(ReadOnlySpan<char> token, char next) =>
        token.Length >= 2 && token[^1] == next && token[^2] == next && char.IsLetter(next);

    private static void Flush(Span<char> token, ref int length, TokenBuffer tokens)
    {
        if (length > 0)
            tokens.Add(token[..length]);
        length = 0;
    }
}
