namespace Dialog.Matching.Learning;

/// <summary>
/// Logistic regression by Newton's method with a normal prior around given weights: the maximum a posteriori
/// (Bishop 2006, 4.3 and 4.5). With no rows the result is the prior's mean.
/// </summary>
internal static class LogisticRegression
{
    private const int MostSteps = 30;

    /// <param name="inputs">One row of numbers a case; the first is 1 where an intercept is wanted.</param>
    /// <param name="targets">Whether it came true.</param>
    /// <param name="weights">How much each row counts.</param>
    /// <param name="prior">The mean of the prior.</param>
    /// <param name="strength">The prior's precision, one number a weight.</param>
    public static double[] Fit(IReadOnlyList<float[]> inputs, IReadOnlyList<bool> targets, IReadOnlyList<float> weights, double[] prior, double[] strength)
    {
        var size = prior.Length;
        var result = (double[])prior.Clone();
        if (inputs.Count == 0)
            return result;

        var gradient = new double[size];
        var hessian = new double[size, size];
        for (var step = 0; step < MostSteps; step++)
        {
            Array.Clear(hessian);
            for (var i = 0; i < size; i++)
            {
                gradient[i] = strength[i] * (result[i] - prior[i]);
                hessian[i, i] = strength[i];
            }

            for (var row = 0; row < inputs.Count; row++)
                Accumulate(inputs[row], targets[row], weights[row], result, gradient, hessian);

            if (!Improve(result, Solve(hessian, gradient), next => Loss(inputs, targets, weights, next, prior, strength)))
                break;
        }

        return result;
    }

    /// <summary>A whole Newton step can overshoot where the curve is flat; half of it, and half again, until it gains.</summary>
    private static bool Improve(double[] result, double[] change, Func<double[], double> loss)
    {
        var before = loss(result);
        var next = new double[result.Length];
        for (var size = 1d; size > 1e-4; size /= 2)
        {
            for (var i = 0; i < next.Length; i++)
                next[i] = result[i] - (size * change[i]);
            if (loss(next) >= before - 1e-9)
                continue;
            next.CopyTo(result, 0);
            return true;
        }

        return false;
    }

    private static double Loss(IReadOnlyList<float[]> inputs, IReadOnlyList<bool> targets, IReadOnlyList<float> weights, double[] at, double[] prior, double[] strength)
    {
        var loss = 0d;
        for (var i = 0; i < at.Length; i++)
            loss += strength[i] * (at[i] - prior[i]) * (at[i] - prior[i]) / 2;
        for (var row = 0; row < inputs.Count; row++)
        {
            var sum = 0d;
            for (var i = 0; i < at.Length; i++)
                sum += at[i] * inputs[row][i];

            // ln(1 + e^-margin), whichever way round does not overflow.
            var margin = targets[row] ? sum : -sum;
            loss += weights[row] * (Math.Max(0, -margin) + Math.Log(1 + Math.Exp(-Math.Abs(margin))));
        }

        return loss;
    }

    public static double Sigmoid(double value) => 1 / (1 + Math.Exp(-value));

    private static void Accumulate(float[] input, bool target, float weight, double[] result, double[] gradient, double[,] hessian)
    {
        var sum = 0d;
        for (var i = 0; i < input.Length; i++)
            sum += result[i] * input[i];
        var p = Sigmoid(sum);
        var error = weight * (p - (target ? 1 : 0));
        var curvature = weight * Math.Max(p * (1 - p), 1e-6);
        for (var i = 0; i < input.Length; i++)
        {
            gradient[i] += error * input[i];
            for (var j = 0; j <= i; j++)
                hessian[i, j] += curvature * input[i] * input[j];
        }
    }

    /// <summary>Cholesky's decomposition of the lower triangle, then both substitutions.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        var x = (double[])right.Clone();
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++)
                    sum -= matrix[i, k] * matrix[j, k];
                matrix[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / matrix[j, j];
            }
        }

        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < i; k++)
                x[i] -= matrix[i, k] * x[k];
            x[i] /= matrix[i, i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < size; k++)
                x[i] -= matrix[k, i] * x[k];
            x[i] /= matrix[i, i];
        }

        return x;
    }
}
