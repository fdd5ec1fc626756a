using System.Collections.Concurrent;
using Dialog.Matching;
using Dialog.Storage.Knowledge;
using Dialog.Storage.Training;
using Microsoft.Extensions.Logging;

namespace Dialog.AspNetCore.Training;

/// <summary>The models that answer, loaded when first asked for and swapped whole when a new one is trained.</summary>
internal sealed class LiveModels(ModelStore models, KnowledgeStore knowledge, ILogger<LiveModels> logger)
{
    private readonly ConcurrentDictionary<string, LiveModel> _loaded = new();

    /// <summary>The bot's live model; null before the first training.</summary>
    public async ValueTask<LiveModel?> GetAsync(string botId, CancellationToken cancellation = default)
    {
        if (_loaded.TryGetValue(botId, out var live))
            return live;
        var fromStore = await LoadAsync(botId, cancellation);
        return fromStore is null ? null : _loaded.GetOrAdd(botId, fromStore);
    }

    /// <summary>Lets a fresh model answer from now on.</summary>
    public void Set(string botId, LiveModel model) => _loaded[botId] = model;

    /// <summary>Lets nothing answer: the bot has nothing to say any more.</summary>
    public void Clear(string botId) => _loaded.TryRemove(botId, out _);

    // A damaged model is passed over for the one before it, which goes on serving.
    private async Task<LiveModel?> LoadAsync(string botId, CancellationToken cancellation)
    {
        if (await models.NewestAsync(botId, cancellation) is not { } newest)
            return null;
        var snapshot = await knowledge.SnapshotAsync(botId, cancellation);
        if (snapshot.Examples == 0)
            return null;

        for (var version = newest.Version; version > newest.Version - ModelStore.Kept && version > 0; version--)
        {
            if (await models.BytesAsync(botId, version, cancellation) is not { } bytes)
                continue;
            try
            {
                using var stream = new MemoryStream(bytes, writable: false);
                return new LiveModel(newest with { Version = version }, IntentModel.Load(stream), snapshot);
            }
            catch (ModelFormatException error)
            {
                logger.ModelRefused(botId, version, error.Message);
            }
        }

        return null;
    }
}
