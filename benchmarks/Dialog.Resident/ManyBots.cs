using Dialog.AspNetCore;
using Dialog.AspNetCore.Training;
using Dialog.Benchmarks;
using Dialog.Matching;
using Dialog.Storage;
using Dialog.Storage.Bots;
using Dialog.Storage.Knowledge;
using Dialog.Storage.Sqlite;
using Dialog.Storage.Training;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Dialog.Resident;

/// <summary>A server's database with a thousand different trained bots of 50 intents × 10 examples, in two languages.</summary>
internal sealed class ManyBots : IAsyncDisposable
{
    public const int Count = 1_000;
    private readonly SqliteDatabase _database;
    private readonly KnowledgeStore _knowledge;
    private readonly ModelStore _models;

    private ManyBots(string folder)
    {
        _database = new SqliteDatabase(folder);
        _knowledge = new KnowledgeStore(_database, TimeProvider.System);
        _models = new ModelStore(_database);
    }

    public string[] Ids { get; } = [.. Enumerable.Range(0, Count).Select(bot => $"bot-{bot}")];

    public static async Task<ManyBots> MakeAsync(string folder)
    {
        var bots = new ManyBots(folder);
        await bots._database.OpenAsync();
        for (var bot = 0; bot < Count; bot++)
        {
            await bots.AddAsync(bots.Ids[bot], SmallBots.Make(bot));
            if (bot % 100 == 99)
                await Console.Error.WriteLineAsync($"{bot + 1} of {Count} bots trained");
        }

        return bots;
    }

    /// <summary>The server's cache of live models, empty.</summary>
    /// <param name="memory">What it may hold, in bytes.</param>
    public LiveModels Cache(long memory) =>
        new(_models, _knowledge, Options.Create(new DialogOptions { ModelMemory = memory }), NullLogger<LiveModels>.Instance);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task AddAsync(string id, TrainingSet set)
    {
        await new BotStore(_database).AddAsync(new Bot { Id = id, PublicKey = id, Name = id, CreatedAt = Timestamp.Now(TimeProvider.System) }, owner: null);
        var intents = set.Intents.Select(intent => new Intent { Id = $"{id}-{intent.Id}", Title = intent.Title!, Answer = intent.Title!, Examples = intent.Examples }).ToArray();
        await _knowledge.ChangeAsync(id, _ => new KnowledgeChange<bool>(true, intents, []));
        var named = set with { Intents = [.. set.Intents.Select((intent, i) => intent with { Id = intents[i].Id })] };
        using var file = new MemoryStream();
        IntentTrainer.Train(named, new TrainingOptions { FitConfidence = false }).Save(file);
        await _models.AddAsync(id, new ModelVersion { Format = IntentModel.Format, Intents = intents.Length, Examples = set.Intents.Sum(intent => intent.Examples.Count) }, file.ToArray());
    }
}
