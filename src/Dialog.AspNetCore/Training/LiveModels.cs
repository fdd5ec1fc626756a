using System.Collections.Concurrent;
using Dialog.Matching;
using Dialog.Storage.Knowledge;
using Dialog.Storage.Training;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dialog.AspNetCore.Training;

/// <summary>
/// The models that answer: loaded when first asked for, swapped whole when a new one is trained, and the least
/// recently used dropped when all together grow past <see cref="DialogOptions.ModelMemory"/>.
/// </summary>
internal sealed class LiveModels(
    ModelStore models, KnowledgeStore knowledge, IOptions<DialogOptions> options, ILogger<LiveModels> logger) : IDisposable
{
    // The share of the models that go at a time: making room for each new one by itself would sort them all each time.
    private const double Freed = 0.1;

    private readonly MemoryCache _loaded = new(new MemoryCacheOptions { SizeLimit = options.Value.ModelMemory });

    private readonly ConcurrentDictionary<string, byte> _unreadable = new();

    private readonly Lock _lock = new();

    /// <summary>
    /// Hears once of a bot none of whose kept models can be read, as after an update that changed their format; set
    /// at start.
    /// </summary>
    public Action<string>? Unreadable { get; set; }

    /// <summary>The bot's live model; null before the first training.</summary>
    public async ValueTask<LiveModel?> GetAsync(string botId, CancellationToken cancellation = default)
    {
        if (_loaded.TryGetValue(botId, out LiveModel? live))
            return live;
        return _unreadable.ContainsKey(botId) ? null : await LoadAsync(botId, cancellation);
    }

    /// <summary>Whether the bot's model is in memory.</summary>
    public bool Holds(string botId) => _loaded.TryGetValue(botId, out _);

    /// <summary>Lets a fresh model answer from now on.</summary>
    /// <param name="botId">The bot.</param>
    /// <param name="model">Its model.</param>
    public void Set(string botId, LiveModel model)
    {
        // A load that began before a training ended must not put the older model over the newer.
        lock (_lock)
        {
            if (!_loaded.TryGetValue(botId, out LiveModel? live) || live!.Version.Version <= model.Version.Version)
                Keep(botId, model);
            _unreadable.TryRemove(botId, out _);
        }
    }

    /// <summary>Lets nothing answer: the bot has nothing to say any more.</summary>
    public void Clear(string botId) => _loaded.Remove(botId);

    public void Dispose() => _loaded.Dispose();

    // A full cache refuses what is new and makes room later; a fresh model has to answer at once.
    private void Keep(string botId, LiveModel model)
    {
        var size = new MemoryCacheEntryOptions { Size = model.Size };
        _loaded.Set(botId, model, size);
        while (size.Size <= options.Value.ModelMemory && !Holds(botId) && _loaded.Count > 0)
        {
            _loaded.Compact(Math.Max(Freed, 1.5 / _loaded.Count));
            _loaded.Set(botId, model, size);
        }
    }

    // A damaged model is passed over for the one before it, which goes on serving.
    private async Task<LiveModel?> LoadAsync(string botId, CancellationToken cancellation)
    {
        var kept = await models.KeptAsync(botId, cancellation);
        if (kept.Count == 0)
            return null;
        var snapshot = await knowledge.SnapshotAsync(botId, cancellation);
        if (snapshot.Examples == 0)
            return null;

        foreach (var version in kept)
        {
            if (await models.BytesAsync(botId, version.Version, cancellation) is not { } bytes)
                continue;
            try
            {
                var live = new LiveModel(version, IntentModel.Load(bytes), snapshot);
                Set(botId, live);
                return live;
            }
            catch (ModelFormatException error)
            {
                logger.ModelRefused(botId, version.Version, error.Message);
            }
        }

        if (_unreadable.TryAdd(botId, 0))
            Unreadable?.Invoke(botId);
        return null;
    }
}
