namespace Dialog.Matching.Text;

/// <summary>One step on the way from tokens as written to tokens as understood. Stateless: one instance serves all threads.</summary>
internal interface ITextStep
{
    /// <summary>A stable name, for the owner's and the agent's eyes.</summary>
    string Name { get; }

    /// <summary>Writes what becomes of <paramref name="from"/> to <paramref name="to"/>, which is empty.</summary>
    void Apply(TokenBuffer from, TokenBuffer to);
}
