using Dialog.Matching.Confidence;
using Dialog.Matching.Features;
using Dialog.Matching.Text;

namespace Dialog.Matching.Models;

/// <summary>All that a model is; what a model file holds.</summary>
internal sealed record ModelParts(
    string[] IntentIds,
    FeatureIndex Index,
    StoredArray<ushort> DocumentFrequency,
    int Documents,
    Ensemble Ensemble,
    Calibrator Calibrator,
    ThresholdCurve Curve,
    float ExamplesPerIntent,
    ExampleTexts Examples,
    Vocabulary Vocabulary)
{
    // An object, its fields and what the allocator rounds up to.
    private const int Overhead = 4_000;

    /// <summary>Bytes it takes.</summary>
    public long Size => Overhead
        + IntentIds.Sum(id => 32 + (sizeof(char) * (long)id.Length)) + Index.Size + DocumentFrequency.Size
        + Ensemble.Linear.Size + Ensemble.Members.Sum(member => member.Size) + Ensemble.Linear.Columns.Places.Size + (sizeof(float) * (long)Calibrator.Offsets.Length)
        + Examples.Texts.Size + Examples.Labels.Size + Vocabulary.Size;
}
