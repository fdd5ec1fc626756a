namespace Dialog.Cli.Load;

/// <summary>A row of values as a row of bars, the highest of them full.</summary>
internal static class Sparkline
{
    private const string Bars = "▁▂▃▄▅▆▇█";

    public static string Draw(IReadOnlyCollection<double> values)
    {
        var top = values.DefaultIfEmpty().Max();
        return string.Concat(values.Select(value =>
            Bars[top <= 0 ? 0 : (int)Math.Round(Math.Clamp(value / top, 0, 1) * (Bars.Length - 1))]));
    }
}
