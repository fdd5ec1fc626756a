using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Dialog.Storage;

namespace Dialog.AspNetCore.Metrics;

/// <summary>
/// Listens to our meters and writes them in Prometheus' text format 0.0.4. The well-known exporters cannot be
/// restored from the registry in use; this does no more than that format asks.
/// </summary>
internal sealed class PrometheusText : IDisposable
{
    private const double SmallestSeconds = 0.00001;
    private readonly ConcurrentDictionary<(Instrument Instrument, string Tags), Series> _series = new();
    private readonly MeterListener _listener = new();

    public PrometheusText()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name is DialogMetrics.MeterName or StorageMetrics.MeterName)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
    }

    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var instrument in _series.GroupBy(series => series.Key.Instrument).OrderBy(group => group.Key.Name, StringComparer.Ordinal))
        {
            var name = NameOf(instrument.Key);
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {instrument.Key.Description}\n# TYPE {name} {TypeOf(instrument.Key)}\n");
            foreach (var series in instrument.OrderBy(series => series.Key.Tags, StringComparer.Ordinal))
                series.Value.Write(text, name, series.Key.Tags);
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = tags.IsEmpty ? "" : string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}=\"{tag.Value}\""));
        _series.GetOrAdd((instrument, text), static key => New(key.Instrument)).Record(value);
    }

    private static Series New(Instrument instrument) => TypeOf(instrument) switch
    {
        "histogram" => new Buckets(instrument.Unit == "s" ? SmallestSeconds : 1),
        "gauge" when instrument.IsObservable => new Last(),
        _ => new Sum(),
    };

    private static string TypeOf(Instrument instrument) => instrument switch
    {
        Histogram<int> or Histogram<double> => "histogram",
        Counter<long> => "counter",
        _ => "gauge",
    };

    private static string NameOf(Instrument instrument) =>
        instrument.Name.Replace('.', '_') + (instrument.Unit == "s" ? "_seconds" : "") + (instrument is Counter<long> ? "_total" : "");
}
