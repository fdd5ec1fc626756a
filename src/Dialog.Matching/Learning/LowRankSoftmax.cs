using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Dialog.Matching.Features;

namespace Dialog.Matching.Learning;

/// <summary>How a low-rank member learns.</summary>
internal sealed record LowRankSettings(int Rank, int Epochs, ulong Seed)
{
    public float Rate { get; init; } = 0.05f;

    public float Dropout { get; init; } = 0.3f;

    public float Smoothing { get; init; } = 0.05f;
}

/// <summary>
/// The linear classifier through a narrow waist of fastText (Joulin et al. 2016): u = Σ value · E, logits = O·u + b, trained
/// by Adagrad with one step size a row (Duchi et al. 2011), feature dropout and label smoothing (Szegedy et al. 2016).
/// </summary>
internal sealed class LowRankSoftmax
{
    private readonly LowRankSettings _settings;
    private readonly int _classes;
    private readonly float[] _inputSquares;
    private readonly float[] _outputSquares;
    private readonly float[] _hidden;
    private readonly float[] _hiddenGradient;
    private readonly float[] _logits;

    public LowRankSoftmax(LowRankSettings settings, int features, int classes)
    {
        _settings = settings;
        _classes = classes;
        Input = new float[checked(features * settings.Rank)];
        Output = new float[classes * settings.Rank];
        Bias = new float[classes];
        _inputSquares = new float[features];
        _outputSquares = new float[classes];
        _hidden = new float[settings.Rank];
        _hiddenGradient = new float[settings.Rank];
        _logits = new float[classes];

        var random = new SplitMix64(settings.Seed);
        for (var i = 0; i < Input.Length; i++)
            Input[i] = ((2 * random.Share()) - 1) / settings.Rank;
        for (var i = 0; i < Output.Length; i++)
            Output[i] = ((2 * random.Share()) - 1) / MathF.Sqrt(settings.Rank);
    }

    /// <summary>E: one row a feature.</summary>
    public float[] Input { get; }

    /// <summary>O: one row a class.</summary>
    public float[] Output { get; }

    public float[] Bias { get; }

    public int Rank => _settings.Rank;

    public void Train(SparseRows rows, int[] labels, float[] costs, CancellationToken cancellation)
    {
        var random = new SplitMix64(_settings.Seed ^ 0xD1A106);
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var keptIds = new int[256];
        var keptValues = new float[256];
        long step = 0;
        var steps = (float)_settings.Epochs * rows.Count;
        for (var epoch = 0; epoch < _settings.Epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            random.Shuffle(order);
            foreach (var row in order)
            {
                var count = Drop(rows.Ids(row), rows.Values(row), ref keptIds, ref keptValues, ref random);
                var rate = _settings.Rate * (1 - (step++ / steps)) * costs[row];
                Learn(keptIds.AsSpan(0, count), keptValues.AsSpan(0, count), labels[row], rate);
            }
        }
    }

    private int Drop(ReadOnlySpan<int> ids, ReadOnlySpan<float> values, ref int[] keptIds, ref float[] keptValues, ref SplitMix64 random)
    {
        if (keptIds.Length < ids.Length)
        {
            keptIds = new int[ids.Length];
            keptValues = new float[ids.Length];
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
            if (drop)
                continue;
            keptIds[count] = ids[j];
            keptValues[count++] = values[j] * scale;
        }

        return count;
    }

    private void Learn(ReadOnlySpan<int> ids, ReadOnlySpan<float> values, int label, float rate)
    {
        var rank = Rank;
        Array.Clear(_hidden);
        for (var j = 0; j < ids.Length; j++)
            AddScaled(Input.AsSpan(ids[j] * rank, rank), values[j], _hidden);
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
            AddScaled(_hiddenGradient, -rate * value / (MathF.Sqrt(squares) + 1e-6f), Input.AsSpan(ids[j] * rank, rank));
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
