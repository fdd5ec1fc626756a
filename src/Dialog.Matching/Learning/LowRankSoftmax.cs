using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dialog.Matching.Features;
using Dialog.Matching.Models;

namespace Dialog.Matching.Learning;

/// <summary>How a low-rank member learns.</summary>
internal sealed record LowRankSettings(int Rank, int Epochs, ulong Seed)
{
    /// <summary>How far from zero features start; what was hardly learnt then says nothing, which small sets need.</summary>
    public float Spread { get; init; }

    public float Rate { get; init; } = 0.05f;

    public float Dropout { get; init; } = 0.3f;

    public float Smoothing { get; init; } = 0.05f;

    /// <summary>The share of the rate for an example that was learnt in a former training.</summary>
    public float Rehearsal { get; init; } = 0.5f;

    /// <summary>Such an example is seen in one epoch out of so many.</summary>
    public int RehearsedEvery => Math.Max(1, Epochs / 2);
}

/// <summary>
/// The linear classifier through a narrow waist of fastText (Joulin et al. 2016): u = Σ value · E, logits = O·u + b, trained
/// by Adagrad with one step size a row (Duchi et al. 2011), feature dropout and label smoothing (Szegedy et al. 2016).
/// </summary>
internal sealed class LowRankSoftmax
{
    /// <summary>Numbers of a row that are worked on at once; the rank is a multiple of it.</summary>
    private const int Block = 16;

    private readonly LowRankSettings _settings;
    private readonly FeatureColumns _columns;
    private readonly int _classes;
    private readonly float[] _inputSquares;
    private readonly float[] _outputSquares;
    private readonly float[] _hidden;
    private readonly float[] _hiddenGradient;
    private readonly float[] _logits;
    private int[] _keptIds = new int[256];
    private float[] _keptValues = new float[256];

    /// <param name="settings">How to learn.</param>
    /// <param name="columns">What the rows of the table stand for.</param>
    /// <param name="rows">A number for each row, the same in every training.</param>
    /// <param name="classes">A number for each class, the same in every training.</param>
    public LowRankSoftmax(LowRankSettings settings, FeatureColumns columns, ReadOnlySpan<uint> rows, ulong[] classes)
    {
        // Rows are worked on without further bounds checks.
        if (settings.Rank % Block != 0)
            throw new ArgumentException($"The rank is a multiple of {Block}.", nameof(settings));
        _settings = settings;
        _columns = columns;
        _classes = classes.Length;
        Input = new float[checked(rows.Length * settings.Rank)];
        Output = new float[_classes * settings.Rank];
        Bias = new float[_classes];
        _inputSquares = new float[rows.Length];
        _outputSquares = new float[_classes];
        _hidden = new float[settings.Rank];
        _hiddenGradient = new float[settings.Rank];
        _logits = new float[_classes];
        for (var row = 0; settings.Spread > 0 && row < rows.Length; row++)
            Spread(rows[row], settings.Spread, Input.AsSpan(row * Rank, Rank));
        for (var k = 0; k < _classes; k++)
            Spread(classes[k], 1 / MathF.Sqrt(Rank), Output.AsSpan(k * Rank, Rank));
    }

    /// <summary>E: one row a column.</summary>
    public float[] Input { get; }

    /// <summary>O: one row a class.</summary>
    public float[] Output { get; }

    public float[] Bias { get; }

    public int Rank => _settings.Rank;

    /// <summary>How much each row has learnt, as Adagrad adds it up.</summary>
    public ReadOnlySpan<float> InputSquares => _inputSquares;

    /// <summary>How much each class has learnt.</summary>
    public ReadOnlySpan<float> OutputSquares => _outputSquares;

    /// <summary>Takes over what a former member knew of rows and classes; the others stay as new.</summary>
    /// <param name="former">The member and what it had learnt.</param>
    /// <param name="features">For each row the number in it of a feature of the row, -1 for a new one.</param>
    /// <param name="classes">For each class of it its number here, -1 when it is gone.</param>
    public void Resume(LowRankStart former, ReadOnlySpan<int> features, ReadOnlySpan<int> classes)
    {
        var member = former.Member;
        for (var row = 0; row < features.Length; row++)
        {
            if (features[row] < 0 || !member.Has(features[row]))
                continue;
            member.CopyRow(features[row], Input.AsSpan(row * Rank, Rank));
            _inputSquares[row] = (float)former.InputSquares[member.Columns.Places[features[row]]];
        }

        for (var k = 0; k < classes.Length; k++)
        {
            if (classes[k] is var here && here < 0)
                continue;
            member.Output.Span.Slice(k * Rank, Rank).CopyTo(Output.AsSpan(here * Rank));
            Bias[here] = member.Bias[k];
            _outputSquares[here] = former.OutputSquares[k];
        }
    }

    /// <summary>
    /// Passes over the examples. Order and dropout hang on the examples' keys and not on how many there are, so that a set
    /// and the same set with one example more give nearly the same member.
    /// </summary>
    /// <param name="rows">The examples.</param>
    /// <param name="keys">A number for each, the same in every training.</param>
    /// <param name="labels">The class of each.</param>
    /// <param name="costs">How much each counts.</param>
    /// <param name="known">Which were learnt before: they are only rehearsed, now and then and with smaller steps.</param>
    /// <param name="cancellation">Asked once a pass.</param>
    public void Train(SparseRows rows, ulong[] keys, int[] labels, float[] costs, bool[] known, CancellationToken cancellation)
    {
        var order = new int[rows.Count];
        var places = new ulong[rows.Count];
        for (var epoch = 0; epoch < _settings.Epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            var turn = new SplitMix64(_settings.Seed + (ulong)epoch).Next();
            var count = 0;
            for (var row = 0; row < order.Length; row++)
            {
                if (known[row] && keys[row] % (ulong)_settings.RehearsedEvery != (ulong)(epoch % _settings.RehearsedEvery))
                    continue;
                order[count] = row;
                places[count++] = FeatureHash.Mix(turn ^ keys[row]);
            }

            Array.Sort(places, order, 0, count);
            for (var i = 0; i < count; i++)
            {
                var row = order[i];
                var decay = 1 - ((epoch + ((float)i / count)) / _settings.Epochs);
                var rate = _settings.Rate * decay * costs[row] * (known[row] ? _settings.Rehearsal : 1);
                Learn(rows.Ids(row), rows.Values(row), labels[row], rate, new SplitMix64(turn + keys[row]));
            }
        }
    }

    private void Spread(ulong key, float most, Span<float> row)
    {
        var random = new SplitMix64(_settings.Seed ^ key);
        for (var i = 0; i < row.Length; i++)
            row[i] = ((2 * random.Share()) - 1) * most;
    }

    private int Drop(ReadOnlySpan<int> ids, ReadOnlySpan<float> values, SplitMix64 random)
    {
        if (_keptIds.Length < ids.Length)
        {
            _keptIds = new int[ids.Length];
            _keptValues = new float[ids.Length];
        }

        var scale = 1 / (1 - _settings.Dropout);
        var limit = (uint)(_settings.Dropout * ushort.MaxValue);
        var count = 0;
        var bits = 0UL;
        for (var j = 0; j < ids.Length; j++)
        {
            if ((j & 3) == 0)
                bits = random.Next();
            var drop = (ushort)bits < limit;
            bits >>= 16;

            // Of the many features of a shared column dropout would take its share every time.
            var isShared = _columns.IsShared(ids[j]);
            if (drop && !isShared)
                continue;
            _keptIds[count] = ids[j];
            _keptValues[count++] = isShared ? values[j] : values[j] * scale;
        }

        return count;
    }

    private void Learn(ReadOnlySpan<int> allIds, ReadOnlySpan<float> allValues, int label, float rate, SplitMix64 random)
    {
        var rank = Rank;
        var kept = Drop(allIds, allValues, random);
        var ids = _keptIds.AsSpan(0, kept);
        var values = _keptValues.AsSpan(0, kept);
        SumRows(ids, values);
        for (var k = 0; k < _classes; k++)
            _logits[k] = Bias[k] + Dot(Output.AsSpan(k * rank, rank), _hidden);
        TensorPrimitives.SoftMax<float>(_logits, _logits);

        // The gradient of the smoothed cross entropy in the logits.
        var share = _settings.Smoothing / _classes;
        TensorPrimitives.Subtract(_logits, share, _logits);
        _logits[label] -= 1 - _settings.Smoothing;

        Array.Clear(_hiddenGradient);
        var hiddenSquare = Dot(_hidden, _hidden) / rank;
        for (var k = 0; k < _classes; k++)
        {
            var gradient = _logits[k];
            if (Math.Abs(gradient) < 1e-4f)
                continue;
            var row = Output.AsSpan(k * rank, rank);
            AddScaled(row, gradient, _hiddenGradient);
            _outputSquares[k] += gradient * gradient * (hiddenSquare + (1f / rank));
            var size = rate / (MathF.Sqrt(_outputSquares[k]) + 1e-6f);
            AddScaled(_hidden, -size * gradient, row);
            Bias[k] -= size * gradient;
        }

        var square = Dot(_hiddenGradient, _hiddenGradient) / rank;
        for (var j = 0; j < ids.Length; j++)
        {
            var value = values[j];
            ref var squares = ref _inputSquares[ids[j]];
            squares += value * value * square;
            values[j] = -rate * value / (MathF.Sqrt(squares) + 1e-6f);
        }

        AddToRows(ids, values);
    }

    /// <summary>u, two registers of it at a time.</summary>
    private void SumRows(ReadOnlySpan<int> ids, ReadOnlySpan<float> values)
    {
        for (var block = 0; block < Rank; block += Block)
        {
            var low = Vector256<float>.Zero;
            var high = Vector256<float>.Zero;
            for (var j = 0; j < ids.Length; j++)
            {
                ref var row = ref Input[(ids[j] * Rank) + block];
                var factor = Vector256.Create(values[j]);
                low += Vector256.LoadUnsafe(ref row) * factor;
                high += Vector256.LoadUnsafe(ref row, 8) * factor;
            }

            low.CopyTo(_hidden, block);
            high.CopyTo(_hidden, block + 8);
        }
    }

    /// <summary>Adds so many times the gradient of u to each row.</summary>
    private void AddToRows(ReadOnlySpan<int> ids, ReadOnlySpan<float> steps)
    {
        for (var block = 0; block < Rank; block += Block)
        {
            var low = Vector256.Create(_hiddenGradient, block);
            var high = Vector256.Create(_hiddenGradient, block + 8);
            for (var j = 0; j < ids.Length; j++)
            {
                ref var row = ref Input[(ids[j] * Rank) + block];
                var step = Vector256.Create(steps[j]);
                (Vector256.LoadUnsafe(ref row) + (low * step)).StoreUnsafe(ref row);
                (Vector256.LoadUnsafe(ref row, 8) + (high * step)).StoreUnsafe(ref row, 8);
            }
        }
    }

    private static void AddScaled(ReadOnlySpan<float> source, float scale, Span<float> target)
    {
        var from = MemoryMarshal.Cast<float, Vector<float>>(source);
        var to = MemoryMarshal.Cast<float, Vector<float>>(target);
        var factor = new Vector<float>(scale);
        for (var i = 0; i < to.Length; i++)
            to[i] += from[i] * factor;
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var left = MemoryMarshal.Cast<float, Vector<float>>(a);
        var right = MemoryMarshal.Cast<float, Vector<float>>(b);
        var sum = Vector<float>.Zero;
        for (var i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return Vector.Sum(sum);
    }
}
