namespace Dialog.Matching.Text;

/// <summary>
/// The one way from raw text to tokens. Training texts pass the plain steps; a visitor's text also the repairs that ask the
/// bot's vocabulary. Immutable: one instance serves all threads.
/// </summary>
internal sealed class TextPipeline
{
    private static readonly PersianAffixes Affixes = new();
    private static readonly WrittenForms Written = new();
    private readonly Vocabulary? _vocabulary;
    private readonly ITextStep[] _steps;

    private TextPipeline(Vocabulary? vocabulary, params ITextStep[] steps)
    {
        _vocabulary = vocabulary;
        _steps = steps;
    }

    /// <summary>The steps that need to know nothing of the bot.</summary>
    public static TextPipeline Plain { get; } = new(vocabulary: null, Affixes, Written);

    /// <summary>All steps, repairs accepted only where this vocabulary says so.</summary>
    public static TextPipeline Repairing(Vocabulary vocabulary) =>
        new(vocabulary, new Finglish(vocabulary), Affixes, Written, new Spelling(vocabulary));

    /// <summary>The first so many of: affixes, written forms, layout, Finglish, spelling; to measure what each is worth.</summary>
    public static TextPipeline Partial(Vocabulary vocabulary, int steps) => steps switch
    {
        0 => new TextPipeline(vocabulary: null),
        1 => new TextPipeline(vocabulary: null, Affixes),
        2 => Plain,
        3 => new TextPipeline(vocabulary, Affixes, Written),
        4 => new TextPipeline(vocabulary, new Finglish(vocabulary), Affixes, Written),
        _ => Repairing(vocabulary),
    };

    /// <summary>Runs every step; the result is valid until the next text.</summary>
    public TokenBuffer Run(ReadOnlySpan<char> text, TextScratch scratch)
    {
        scratch.Tokenizer.Tokenize(text, scratch.Front);
        RepairLayout(text, scratch);
        foreach (var step in _steps)
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
        if (RepairLayout(text, scratch))
            Note("layout");
        else
            Note("unicode");
        foreach (var step in _steps)
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

    /// <summary>Takes the text as typed on the other keyboard when that makes more of it known, and most of it.</summary>
    private bool RepairLayout(ReadOnlySpan<char> text, TextScratch scratch)
    {
        if (_vocabulary is null || text.Length > TextScratch.LongestRepaired || 2 * Known(scratch.Front) > scratch.Front.Count)
            return false;
        var other = scratch.Typed.AsSpan(0, text.Length);
        if (!KeyboardLayout.Convert(text, other))
            return false;

        var trial = scratch.Trial;
        trial.Tokenizer.Tokenize(text, trial.Front);
        var asWritten = KnownWhenWritten(trial);
        trial.Tokenizer.Tokenize(other, trial.Front);
        var asTyped = KnownWhenWritten(trial);
        if (asTyped <= asWritten || 2 * asTyped < trial.Front.Count)
            return false;
        scratch.Tokenizer.Tokenize(other, scratch.Front);
        return true;
    }

    private int KnownWhenWritten(TextScratch trial)
    {
        Apply(Affixes, trial);
        Apply(Written, trial);
        return Known(trial.Front);
    }

    private int Known(TokenBuffer tokens)
    {
        var known = 0;
        for (var token = 0; token < tokens.Count; token++)
            known += _vocabulary!.Knows(tokens[token]) || Thesaurus.Of(tokens[token]).Length > 0 ? 1 : 0;
        return known;
    }

    private static void Apply(ITextStep step, TextScratch scratch)
    {
        scratch.Back.Clear();
        step.Apply(scratch.Front, scratch.Back);
        scratch.Swap();
    }
}
