namespace Dialog.AspNetCore.Knowledge.Import;

/// <summary>
/// Pasted text: blocks between blank lines. In a block the last line is the answer and those before are
/// phrasings of the question; <c>Q:</c> and <c>A:</c> (<c>س:</c> and <c>ج:</c>) say so explicitly, and then
/// an answer may have several lines and paragraphs.
/// </summary>
internal static class PastedBlocks
{
    public static IEnumerable<PairDraft> Read(string text)
    {
        PastedPair? open = null;
        foreach (var block in Blocks(text))
        {
            if (open is null || !open.GoesOnWith(block))
            {
                if (open is not null)
                    yield return open.ToDraft();
                open = new PastedPair();
            }
            else if (block[0].Kind == LineKind.Plain)
            {
                open.StartParagraph();
            }

            foreach (var line in block)
            {
                if (line.Kind == LineKind.Question && open.HasAnswer)
                {
                    yield return open.ToDraft();
                    open = new PastedPair();
                }

                open.Add(line);
            }
        }

        if (open is not null)
            yield return open.ToDraft();
    }

    private static IEnumerable<List<PastedLine>> Blocks(string text)
    {
        var block = new List<PastedLine>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            var read = PastedLine.Of(line, ++number);
            if (read.Kind != LineKind.Blank)
            {
                block.Add(read);
            }
            else if (block.Count > 0)
            {
                yield return block;
                block = [];
            }
        }

        if (block.Count > 0)
            yield return block;
    }
}
