namespace Dialog.Matching.Text;

/// <summary>The one way from raw text to tokens, the same in training and in matching; immutable.</summary>
internal sealed class TextPipeline(params ITextStep[] steps)
{
    /// <summary>The steps that need to know nothing of the bot.</summary>
    public static TextPipeline Plain { get; } = new(new PersianAffixes());

    /// <summary>Runs every step; the result is valid until the next text.</summary>
    public TokenBuffer Run(ReadOnlySpan<char> text, TextScratch scratch)
    {
        scratch.Tokenizer.Tokenize(text, scratch.Front);
        foreach (var step in steps)
            Apply(step, scratch);
        scratch.Front.MarkCommon();
        return scratch.Front;
    }

    /// <summary>Says what each step changed; steps that changed nothing are left out.</summary>
    public IReadOnlyList<TextStep> Explain(string text)
    {
        var scratch = new TextScratch();
        var changes = new List<TextStep>();
        scratch.Tokenizer.Tokenize(text, scratch.Front);
        var before = text.Length > TrainingLimits.Characters ? text[..TrainingLimits.Characters] : text;
        Note("unicode");
        foreach (var step in steps)
        {
            Apply(step, scratch);
            Note(step.Name);
        }

        return changes;

        void Note(string name)
        {
            var after = scratch.Front.Join();
            if (after != before)
                changes.Add(new TextStep(name, before, after));
            before = after;
        }
    }

    private static void Apply(ITextStep step, TextScratch scratch)
    {
        scratch.Back.Clear();
        step.Apply(scratch.Front, scratch.Back);
        scratch.Swap();
    }
}

/// <summary>The buffers of one thread.</summary>
internal sealed class TextScratch
{
    public Tokenizer Tokenizer { get; } = new();

    public TokenBuffer Front { get; private set; } = new();

    public TokenBuffer Back { get; private set; } = new();

    public void Swap() => (Front, Back) = (Back, Front);
}
