using System.Numerics.Tensors;
using Dialog.Matching.Features;

namespace Dialog.Matching.Learning;

/// <summary>
/// The multiclass support vector machine of Crammer and Singer 2001, solved in the dual one example at a time
/// (Keerthi et al. 2008): min ½ Σ‖w_k‖² + Σ_i C_i · max_k (1[k ≠ y_i] + w_k·x_i − w_{y_i}·x_i).
/// </summary>
internal sealed class CrammerSinger
{
    private const float Bias = 1f;
    private readonly SparseRows _rows;
    private readonly int[] _labels;
    private readonly float[] _costs;
    private readonly int _classes;
    private readonly int _width;
    private readonly float[] _weights;
    private readonly float[] _bias;
    private readonly float[] _duals;

    /// <param name="rows">The examples.</param>
    /// <param name="labels">The class of each.</param>
    /// <param name="costs">C of each: how much it costs to get it wrong.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="features">How many features there are.</param>
    public CrammerSinger(SparseRows rows, int[] labels, float[] costs, int classes, int features)
    {
        _rows = rows;
        _labels = labels;
        _costs = costs;
        _classes = classes;
        _width = ClassScores.Width(classes);
        _weights = new float[checked(features * _width)];
        _bias = new float[_width];
        _duals = new float[checked(rows.Count * classes)];
    }

    /// <summary>One row a feature, <see cref="Width"/> numbers each, the classes first.</summary>
    public float[] Weights => _weights;

    public float[] BiasRow => _bias;

    public int Width => _width;

    /// <summary>α: one row an example, one number a class.</summary>
    public float[] Duals => _duals;

    /// <summary>How much the first pass from zero changed; 0 before there was one.</summary>
    public float FirstPass { get; private set; }

    /// <summary>
    /// Starts from another training's solution instead of zero. Whatever it is, what is taken from it is feasible, so the
    /// optimum is the same and only nearer.
    /// </summary>
    /// <param name="former">The solution.</param>
    /// <param name="rows">For each example its row in it, -1 for a new one.</param>
    /// <param name="classes">For each class of the solution its number here, -1 when it is gone.</param>
    public void Resume(SparseDuals former, ReadOnlySpan<int> rows, ReadOnlySpan<int> classes)
    {
        FirstPass = former.FirstPass * rows.Length / Math.Max(1, former.Rows);
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row] >= 0)
                Resume(row, former, former.Starts[rows[row]], former.Starts[rows[row] + 1], classes);
        }
    }

    /// <summary>Passes over the examples until one changes little, or <paramref name="epochs"/> are over.</summary>
    /// <param name="epochs">The most passes.</param>
    /// <param name="tolerance">Stop when a pass changes less than this share of the first from zero.</param>
    /// <param name="cancellation">Asked once a pass.</param>
    public void Solve(int epochs, float tolerance, CancellationToken cancellation)
    {
        var norms = new float[_rows.Count];
        for (var row = 0; row < norms.Length; row++)
            norms[row] = _rows.SquaredNorm(row) + (Bias * Bias);

        var order = Enumerable.Range(0, _rows.Count).ToArray();
        var active = order.Length;
        var random = new SplitMix64(1);
        var scores = new float[_width];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            random.Shuffle(order.AsSpan(0, active));
            var whole = active == order.Length;
            var total = 0f;
            var kept = 0;
            for (var i = 0; i < active; i++)
            {
                var row = order[i];
                var change = Step(row, norms[row], scores);
                total += change;
                if (change >= 1e-3f * _costs[row])
                    (order[kept], order[i], kept) = (row, order[kept], kept + 1);
            }

            if (FirstPass == 0)
                FirstPass = total;
            var little = total <= tolerance * FirstPass;
            if (little && whole)
                break;
            active = little || kept == 0 || epoch == 0 ? order.Length : kept;
        }
    }

    private void Resume(int row, SparseDuals former, int start, int end, ReadOnlySpan<int> classes)
    {
        var duals = _duals.AsSpan(row * _classes, _classes);
        var label = _labels[row];
        for (var i = start; i < end; i++)
        {
            if (classes[former.Classes[i]] is var k && k >= 0 && k != label)
                duals[k] = former.Values[i];
        }

        // The own class has what is missing to zero, and at most the cost.
        var sum = -TensorPrimitives.Sum<float>(duals);
        if (sum > _costs[row])
            TensorPrimitives.Multiply(duals, _costs[row] / sum, duals);
        duals[label] = Math.Min(sum, _costs[row]);
        for (var k = 0; k < duals.Length; k++)
        {
            if (duals[k] != 0)
                Add(row, k, duals[k]);
        }
    }

    private void Add(int row, int k, float change)
    {
        var ids = _rows.Ids(row);
        var values = _rows.Values(row);
        _bias[k] += change * Bias;
        for (var j = 0; j < ids.Length; j++)
            _weights[(ids[j] * _width) + k] += change * values[j];
    }

    private float Step(int row, float norm, float[] scores)
    {
        _bias.CopyTo(scores, 0);
        ClassScores.Add(_rows.Ids(row), _rows.Values(row), _weights, scores);

        // With v = C·1[k = y] − α the constraints are a simplex, and the minimum is the projection of d onto it.
        var label = _labels[row];
        var cost = _costs[row];
        var duals = _duals.AsSpan(row * _classes, _classes);
        var point = scores.AsSpan(0, _classes);
        var inverse = 1 / norm;
        for (var k = 0; k < point.Length; k++)
            point[k] = ((point[k] + 1) * inverse) - duals[k];
        point[label] += cost - inverse;
        SimplexProjection.Project(point, cost);

        var largest = 0f;
        for (var k = 0; k < point.Length; k++)
        {
            var next = (k == label ? cost : 0) - point[k];
            var change = next - duals[k];
            if (Math.Abs(change) < 1e-7f)
                continue;
            duals[k] = next;
            largest = Math.Max(largest, Math.Abs(change));
            Add(row, k, change);
        }

        return largest;
    }
}
