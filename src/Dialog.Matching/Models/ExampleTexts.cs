using Dialog.Matching.Text;

namespace Dialog.Matching.Models;

/// <summary>The examples a model was trained from, for showing the nearest one.</summary>
/// <param name="Texts">As the owner wrote them.</param>
/// <param name="Labels">The class of each.</param>
internal sealed record ExampleTexts(TextList Texts, StoredArray<ushort> Labels);
