using Dialog.Matching.Confidence;
using Dialog.Matching.Features;
using Dialog.Matching.Text;

namespace Dialog.Matching.Models;

/// <summary>All that a model is; what a model file holds.</summary>
internal sealed record ModelParts(
    string[] IntentIds,
    FeatureIndex Index,
    ushort[] DocumentFrequency,
    int Documents,
    Ensemble Ensemble,
    Calibrator Calibrator,
    ThresholdCurve Curve,
    float ExamplesPerIntent,
    ExampleTexts Examples,
    Vocabulary Vocabulary);
