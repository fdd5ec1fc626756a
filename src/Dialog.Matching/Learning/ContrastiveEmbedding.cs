using System.Numerics.Tensors;
using Dialog.Matching.Features;

namespace Dialog.Matching.Learning;

/// <summary>How an embedding learns. The defaults were chosen by what its vectors are worth on validation parts.</summary>
internal sealed record ContrastiveSettings(int Rank)
{
    public int Epochs { get; init; } = 60;

    /// <summary>Groups that are told apart at a time.</summary>
    public int Batch { get; init; } = 256;

    /// <summary>Neighbouring groups that stay together in a batch: what is about one subject is hardest to tell apart.</summary>
    public int Neighbours { get; init; } = 32;

    public float Rate { get; init; } = 0.05f;

    public float Temperature { get; init; } = 0.07f;

    /// <summary>The share of a text's features that are left out.</summary>
    public float Dropout { get; init; } = 0.3f;

    public ulong Seed { get; init; } = 5;
}

/// <summary>
/// An embedding in which texts of one group are near and texts of different groups are not: of two texts from each group of a
/// batch each has to find its partner among all (the multiple negatives of Henderson et al. 2017, with the cosine and
/// temperature of Chen et al. 2020), by Adagrad with one step size a row. A text is the sum of its features' rows.
/// </summary>
internal sealed class ContrastiveEmbedding
{
    private const float Smallest = 1e-6f;

    private readonly ContrastiveSettings _settings;
    private readonly SparseRows _rows;
    private readonly float[] _squares;
    private readonly Side _left;
    private readonly Side _right;
    private readonly float[] _similarity;
    private readonly float[] _gradient;

    /// <param name="settings">How to learn.</param>
    /// <param name="rows">The texts.</param>
    /// <param name="features">A number for each feature.</param>
    public ContrastiveEmbedding(ContrastiveSettings settings, SparseRows rows, ReadOnlySpan<uint> features)
    {
        (_settings, _rows) = (settings, rows);
        Input = new float[checked(features.Length * settings.Rank)];
        _squares = new float[features.Length];
        (_left, _right) = (new Side(settings), new Side(settings));
        _similarity = new float[settings.Batch * settings.Batch];
        _gradient = new float[settings.Batch * settings.Batch];
        for (var feature = 0; feature < features.Length; feature++)
        {
            var random = new SplitMix64(settings.Seed ^ features[feature]);
            for (var i = 0; i < settings.Rank; i++)
                Input[(feature * settings.Rank) + i] = ((2 * random.Share()) - 1) / settings.Rank;
        }
    }

    /// <summary>One row a feature.</summary>
    public float[] Input { get; }

    /// <param name="groups">The rows of each group, at least two.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellation">Asked once a batch.</param>
    public void Train(IReadOnlyList<int[]> groups, IProgress<double>? progress, CancellationToken cancellation)
    {
        var random = new SplitMix64(_settings.Seed);
        for (var epoch = 0; epoch < _settings.Epochs; epoch++)
        {
            var order = Order(groups.Count, ref random);
            for (var start = 0; start + 1 < order.Length; start += _settings.Batch)
            {
                cancellation.ThrowIfCancellationRequested();
                var done = (epoch + ((float)start / order.Length)) / _settings.Epochs;
                progress?.Report(done);
                var count = Math.Min(_settings.Batch, order.Length - start);
                for (var i = 0; i < count; i++)
                {
                    var group = groups[order[start + i]];
                    var one = random.Below(group.Length);
                    _left.Texts[i] = group[one];
                    _right.Texts[i] = group[(one + 1 + random.Below(group.Length - 1)) % group.Length];
                }

                Learn(count, _settings.Rate * (1 - done), random.Next());
            }
        }

        progress?.Report(1);
    }

    /// <summary>The groups in an order in which neighbours stay together, other ones each time.</summary>
    private int[] Order(int groups, ref SplitMix64 random)
    {
        var size = _settings.Neighbours;
        var offset = random.Below(size);
        var runs = Enumerable.Range(0, (groups / size) + 2).ToArray();
        random.Shuffle(runs);
        return [.. runs.SelectMany(run => Enumerable.Range((run * size) - offset, size)).Where(group => group >= 0 && group < groups)];
    }

    private void Learn(int count, float rate, ulong seed)
    {
        for (var i = 0; i < count; i++)
        {
            Embed(_left, i, seed);
            Embed(_right, i, ~seed);
        }

        var inverse = 1 / _settings.Temperature;
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
                _similarity[(i * count) + j] = inverse * TensorPrimitives.Dot<float>(_left.Vector(i), _right.Vector(j));
        }

        Compare(count);
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                var slope = _gradient[(i * count) + j] * inverse;
                if (Math.Abs(slope) < 1e-5f)
                    continue;
                TensorPrimitives.MultiplyAdd(_right.Vector(j), slope, _left.Gradient(i), _left.Gradient(i));
                TensorPrimitives.MultiplyAdd(_left.Vector(i), slope, _right.Gradient(j), _right.Gradient(j));
            }
        }

        for (var i = 0; i < count; i++)
        {
            Update(_left, i, rate, seed);
            Update(_right, i, rate, ~seed);
        }
    }

    /// <summary>The gradient of the cross entropy in the similarities, half of it from either side's search for its partner.</summary>
    private void Compare(int count)
    {
        Span<float> line = stackalloc float[count];
        for (var i = 0; i < count; i++)
        {
            TensorPrimitives.SoftMax(_similarity.AsSpan(i * count, count), line);
            TensorPrimitives.Multiply(line, 0.5f, _gradient.AsSpan(i * count, count));
        }

        for (var j = 0; j < count; j++)
        {
            for (var i = 0; i < count; i++)
                line[i] = _similarity[(i * count) + j];
            TensorPrimitives.SoftMax<float>(line, line);
            for (var i = 0; i < count; i++)
                _gradient[(i * count) + j] += 0.5f * line[i];
            _gradient[(j * count) + j] -= 1;
        }
    }

    private void Embed(Side side, int place, ulong seed)
    {
        var vector = side.Vector(place);
        vector.Clear();
        side.Gradient(place).Clear();
        var ids = _rows.Ids(side.Texts[place]);
        var values = _rows.Values(side.Texts[place]);
        var random = new SplitMix64(seed + (ulong)place);
        for (var j = 0; j < ids.Length; j++)
        {
            if (!Drops(ref random, ids.Length))
                TensorPrimitives.MultiplyAdd(Row(ids[j]), values[j], vector, vector);
        }

        var norm = side.Norms[place] = TensorPrimitives.Norm<float>(vector);
        if (norm > Smallest)
            TensorPrimitives.Divide(vector, norm, vector);
    }

    private void Update(Side side, int place, float rate, ulong seed)
    {
        var norm = side.Norms[place];
        if (norm <= Smallest)
            return;

        // The gradient of a direction has no part along it.
        var vector = side.Vector(place);
        var gradient = side.Gradient(place);
        TensorPrimitives.MultiplyAdd(vector, -TensorPrimitives.Dot<float>(gradient, vector), gradient, gradient);
        TensorPrimitives.Divide(gradient, norm, gradient);
        var square = TensorPrimitives.SumOfSquares<float>(gradient) / gradient.Length;
        var ids = _rows.Ids(side.Texts[place]);
        var values = _rows.Values(side.Texts[place]);
        var random = new SplitMix64(seed + (ulong)place);
        for (var j = 0; j < ids.Length; j++)
        {
            if (Drops(ref random, ids.Length))
                continue;
            ref var squares = ref _squares[ids[j]];
            squares += values[j] * values[j] * square;
            TensorPrimitives.MultiplyAdd(gradient, -rate * values[j] / (MathF.Sqrt(squares) + Smallest), Row(ids[j]), Row(ids[j]));
        }
    }

    private Span<float> Row(int feature) => Input.AsSpan(feature * _settings.Rank, _settings.Rank);

    private bool Drops(ref SplitMix64 random, int features) => random.Share() < _settings.Dropout && features > 1;

    /// <summary>One text of each group of a batch.</summary>
    private sealed class Side(ContrastiveSettings settings)
    {
        private readonly float[] _vectors = new float[settings.Batch * settings.Rank];
        private readonly float[] _gradients = new float[settings.Batch * settings.Rank];

        public int[] Texts { get; } = new int[settings.Batch];

        public float[] Norms { get; } = new float[settings.Batch];

        public Span<float> Vector(int place) => _vectors.AsSpan(place * settings.Rank, settings.Rank);

        public Span<float> Gradient(int place) => _gradients.AsSpan(place * settings.Rank, settings.Rank);
    }
}
