using Dialog.Matching.Features;
using Dialog.Matching.Models;
using Dialog.Matching.Text;

namespace Dialog.Matching;

/// <summary>A training set checked and laid out as one list of texts.</summary>
internal sealed class PreparedSet
{
    /// <summary>What an example counts.</summary>
    public const float Full = 1;

    private const float TitleWeight = 1f;

    /// <summary>Measured on the demo shops: from 0.2 to 0.5 it makes no difference; without answers two to four points are missing.</summary>
    private const float AnswerWeight = 0.2f;

    /// <summary>What an answer is about is said in its first sentences; the rest would only make the model larger.</summary>
    private const int AnswerCharacters = 240;

    private const char Edge = '\u0001';

    private PreparedSet(string[] intentIds) => IntentIds = intentIds;

    public string[] IntentIds { get; }

    public List<string> Texts { get; } = [];

    public List<int> Labels { get; } = [];

    /// <summary>How much each text counts; an example counts 1.</summary>
    public List<float> Weights { get; } = [];

    /// <summary>Whether the text is a phrasing of a visitor's, and so may be held out to measure with.</summary>
    public List<bool> IsExample { get; } = [];

    /// <summary>Readable messages that no intent answers.</summary>
    public List<string> Negatives { get; } = [];

    /// <summary>A number for each text that is the same whenever intent, kind and words are.</summary>
    public ulong[] Keys { get; private set; } = [];

    /// <summary>A number for each text by its words alone. Chance hangs on it, so that ids, which are random, change no answer.</summary>
    public ulong[] Seeds { get; private set; } = [];

    /// <summary>The same for each intent, by its first words.</summary>
    public ulong[] IntentSeeds { get; private set; } = [];

    /// <summary>A number for each negative.</summary>
    public ulong[] NegativeKeys { get; private set; } = [];

    public float ExamplesPerIntent => IsExample.Count(example => example) / (float)IntentIds.Length;

    public ExampleTexts Examples()
    {
        var places = Enumerable.Range(0, Texts.Count).Where(text => IsExample[text]).ToArray();
        return new ExampleTexts(TextList.From([.. places.Select(text => Texts[text])]), places.Select(text => (ushort)Labels[text]).ToArray());
    }

    public static PreparedSet From(TrainingSet set)
    {
        if (set.Intents.Count == 0)
            throw new TrainingException(TrainingProblem.NoIntents);
        if (set.Intents.Count > TrainingLimits.Intents)
            throw new TrainingException(TrainingProblem.TooManyIntents);
        if (set.Intents.Sum(intent => (long)intent.Examples.Count) + set.Negatives.Count > TrainingLimits.Examples)
            throw new TrainingException(TrainingProblem.TooManyExamples);

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var prepared = new PreparedSet([.. set.Intents.Select(intent => intent.Id)]);
        for (var label = 0; label < set.Intents.Count; label++)
        {
            var intent = set.Intents[label];
            if (!seen.Add(intent.Id))
                throw new TrainingException(TrainingProblem.DuplicateIntent, intent.Id);
            foreach (var example in intent.Examples)
                prepared.Add(example, label, 1, isExample: true);
            if (intent.Title is not null)
                prepared.Add(intent.Title, label, TitleWeight, isExample: false);
            if (intent.Answer is { } answer)
                prepared.Add(answer.Length > AnswerCharacters ? answer[..AnswerCharacters] : answer, label, AnswerWeight, isExample: false);
        }

        prepared.Negatives.AddRange(set.Negatives.Where(IsReadable));
        if (!prepared.IsExample.Contains(true))
            throw new TrainingException(TrainingProblem.NoExamples);
        prepared.Keys = [.. prepared.Texts.Select((text, i) => Key(prepared.IntentIds[prepared.Labels[i]], prepared.IsExample[i], text))];
        prepared.Seeds = [.. prepared.Texts.Select((text, i) => Key("", prepared.IsExample[i], text))];
        prepared.IntentSeeds = prepared.SeedsOfIntents();
        prepared.NegativeKeys = [.. prepared.Negatives.Select(text => Key("", isExample: false, text))];
        return prepared;
    }

    // Intents that begin with the same words are still told apart.
    private ulong[] SeedsOfIntents()
    {
        var first = new ulong?[IntentIds.Length];
        for (var text = 0; text < Labels.Count; text++)
            first[Labels[text]] ??= Seeds[text];
        var seen = new Dictionary<ulong, uint>();
        return Array.ConvertAll(first, seed =>
        {
            var times = seen[seed ?? 0] = seen.GetValueOrDefault(seed ?? 0) + 1;
            return FeatureHash.Mix((seed ?? 0) + times);
        });
    }

    private static ulong Key(string intent, bool isExample, string text)
    {
        var key = FeatureHash.Add(FeatureHash.Add(FeatureHash.Seed(isExample ? 1 : 0), intent), Edge);
        return FeatureHash.Mix(FeatureHash.Add(key, text));
    }

    private void Add(string text, int label, float weight, bool isExample)
    {
        if (!IsReadable(text))
            return;
        Texts.Add(text);
        Labels.Add(label);
        Weights.Add(weight);
        IsExample.Add(isExample);
    }

    private static bool IsReadable(string text)
    {
        foreach (var character in text)
        {
            if (char.IsSurrogate(character) || CharacterFold.Fold(character) is not (CharacterFold.Separator or CharacterFold.Dropped))
                return true;
        }

        return false;
    }
}
