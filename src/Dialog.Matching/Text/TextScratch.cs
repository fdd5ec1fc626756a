namespace Dialog.Matching.Text;

/// <summary>The buffers of one thread.</summary>
internal sealed class TextScratch
{
    /// <summary>Of a longer text nobody typed every word on the wrong keyboard.</summary>
    public const int LongestRepaired = 1_000;

    private TextScratch? _trial;

    public Tokenizer Tokenizer { get; } = new();

    public TokenBuffer Front { get; private set; } = new();

    public TokenBuffer Back { get; private set; } = new();

    public char[] Typed { get; } = new char[LongestRepaired];

    /// <summary>Buffers for trying something without losing what there is.</summary>
    public TextScratch Trial => _trial ??= new TextScratch();

    public void Swap() => (Front, Back) = (Back, Front);
}
