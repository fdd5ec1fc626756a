namespace Dialog.Matching.Text;

/// <summary>The one way from raw text to tokens, the same in training and in matching. Not for two threads at once.</summary>
internal sealed class TextPipeline
{
    private readonly Tokenizer _tokenizer = new();
    private readonly TokenBuffer _raw = new();

    public void Run(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        _tokenizer.Tokenize(text, _raw);
        PersianAffixes.Join(_raw, tokens);
        tokens.MarkCommon();
    }
}
