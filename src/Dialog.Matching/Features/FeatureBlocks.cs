using Dialog.Matching.Text;

namespace Dialog.Matching.Features;

/// <summary>Takes the features of a text one occurrence at a time.</summary>
internal interface IFeatureSink
{
    /// <param name="hash">The feature's name.</param>
    /// <param name="block">The block it belongs to.</param>
    /// <param name="first">The token it was seen in.</param>
    /// <param name="second">The other token of a pair, or <paramref name="first"/> again.</param>
    void Add(uint hash, int block, int first, int second);
}

/// <summary>The blocks of features; each is scaled to its own weight, whatever the number of its features.</summary>
/// <remarks>
/// Words and characters together follow McNamee and Mayfield 2004 and Joulin et al. 2016; unordered pairs within a
/// window are the sparse word pairs of Siefkes et al. 2004, without order; meanings are the groups of a thesaurus (Scott and Matwin 1998).
/// The sixth is not counted: it is the vector that <see cref="WordVectors"/> gives the text. It may be left out
/// (<see cref="TrainingOptions.WordVectors"/>).
/// </remarks>
internal static class FeatureBlocks
{
    public const int Words = 0;
    public const int Characters = 1;
    public const int Prefixes = 2;
    public const int Pairs = 3;
    public const int Meanings = 4;
    public const int Vectors = 5;
    public const int Count = 6;

    /// <summary>Set in a block's number when all that the feature was seen in are words that say little.</summary>
    public const int Common = 8;

    private const int LongestGram = 5;
    private const int PrefixLength = 4;
    private const int PairDistance = 9;
    private const char Edge = '\u0001';

    public static ReadOnlySpan<float> Weights => [1f, 2f, 1f, 1f, 1f, 6f];

    /// <summary>Whether features of a block are words or how they begin.</summary>
    public static bool IsWord(byte block) => (block & (Common - 1)) is Words or Prefixes;

    public static void Extract<TSink>(TokenBuffer tokens, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        ExtractWords(tokens, ref sink);
        for (var token = 0; token < tokens.Count; token++)
        {
            var common = tokens.IsCommon(token) ? Common : 0;
            ExtractCharacters(tokens[token], token, common, ref sink);
            var prefix = tokens[token][..Math.Min(PrefixLength, tokens[token].Length)];
            sink.Add(FeatureHash.Finish(FeatureHash.Add(FeatureHash.Seed(Prefixes), prefix)), Prefixes | common, token, token);
        }

        ExtractPairs(tokens, ref sink);
        ExtractMeanings(tokens, ref sink);
    }

    private static void ExtractWords<TSink>(TokenBuffer tokens, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        var seed = FeatureHash.Seed(Words);
        for (var token = 0; token < tokens.Count; token++)
        {
            var word = FeatureHash.Add(seed, tokens[token]);
            var common = tokens.IsCommon(token) ? Common : 0;
            sink.Add(FeatureHash.Finish(word), Words | common, token, token);
            if (token + 1 < tokens.Count)
            {
                var pair = FeatureHash.Add(FeatureHash.Add(word, Edge), tokens[token + 1]);
                sink.Add(FeatureHash.Finish(pair), Words | (tokens.IsCommon(token + 1) ? common : 0), token, token + 1);
            }
        }

        if (tokens.Count == 0)
            return;
        var last = tokens.Count - 1;
        sink.Add(FeatureHash.Finish(FeatureHash.Add(FeatureHash.Add(seed, Edge), tokens[0])), Words | (tokens.IsCommon(0) ? Common : 0), 0, 0);
        sink.Add(FeatureHash.Finish(FeatureHash.Add(FeatureHash.Add(seed, tokens[last]), Edge)), Words | (tokens.IsCommon(last) ? Common : 0), last, last);
    }

    private static void ExtractCharacters<TSink>(ReadOnlySpan<char> token, int position, int common, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        var seed = FeatureHash.Seed(Characters);
        var padded = token.Length + 2;
        for (var start = 0; start < padded - 1; start++)
        {
            var hash = FeatureHash.Add(seed, At(token, start));
            var end = Math.Min(padded, start + LongestGram);
            for (var next = start + 1; next < end; next++)
            {
                hash = FeatureHash.Add(hash, At(token, next));
                sink.Add(FeatureHash.Finish(hash), Characters | common, position, position);
            }
        }

        if (padded > LongestGram)
        {
            var whole = FeatureHash.Add(FeatureHash.Add(FeatureHash.Add(seed, Edge), token), Edge);
            sink.Add(FeatureHash.Finish(whole), Characters | common, position, position);
        }
    }

    private static char At(ReadOnlySpan<char> token, int padded) =>
        padded == 0 || padded == token.Length + 1 ? Edge : token[padded - 1];

    private static void ExtractMeanings<TSink>(TokenBuffer tokens, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        var seed = FeatureHash.Seed(Meanings);
        for (var token = 0; token < tokens.Count; token++)
        {
            foreach (var group in Thesaurus.Of(tokens[token]))
            {
                var meaning = FeatureHash.Add(seed, (char)group);
                sink.Add(FeatureHash.Finish(meaning), Meanings, token, token);
                for (var other = Math.Max(0, token - PairDistance); other < token; other++)
                {
                    foreach (var before in Thesaurus.Of(tokens[other]))
                    {
                        if (before != group)
                            sink.Add(FeatureHash.Finish(FeatureHash.Mix(meaning) + FeatureHash.Mix(FeatureHash.Add(seed, (char)before))), Meanings, other, token);
                    }
                }
            }
        }
    }

    private static void ExtractPairs<TSink>(TokenBuffer tokens, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        var seed = FeatureHash.Seed(Pairs);
        Span<ulong> stems = stackalloc ulong[PairDistance + 1];
        for (var token = 0; token < tokens.Count; token++)
        {
            var stem = FeatureHash.Mix(FeatureHash.Add(seed, Stemmer.Stem(tokens[token])));
            for (var back = 1; back <= Math.Min(PairDistance, token); back++)
            {
                // A sum does not mind the order of its terms.
                var other = stems[(token - back) % stems.Length];
                var common = tokens.IsCommon(token) && tokens.IsCommon(token - back) ? Common : 0;
                sink.Add(FeatureHash.Finish(stem + other), Pairs | common, token - back, token);
            }

            stems[token % stems.Length] = stem;
        }
    }
}
