using System.Text.Json;
using Dialog.Storage;
using Dialog.Storage.Bots;
using Dialog.Storage.Knowledge;
using Microsoft.Extensions.Options;

namespace Dialog.AspNetCore.Bots;

/// <summary>Puts the bots of <see cref="DialogOptions.StarterBots"/> into a new server.</summary>
internal sealed class StarterBots(BotStore bots, KnowledgeStore knowledge, IOptions<DialogOptions> options, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task AddAsync(CancellationToken cancellation)
    {
        foreach (var path in options.Value.StarterBots)
        {
            await using var file = File.OpenRead(path);
            var starter = await JsonSerializer.DeserializeAsync<StarterFile>(file, Json, cancellation)
                ?? throw new InvalidDataException($"{path} holds no bot.");
            await AddAsync(starter, cancellation);
        }
    }

    private async Task AddAsync(StarterFile starter, CancellationToken cancellation)
    {
        var bot = new Bot
        {
            PublicKey = starter.Key,
            Name = starter.Name,
            Language = starter.Language,
            Greeting = starter.Greeting,
            CreatedAt = Timestamp.Now(clock),
        };
        await bots.AddAsync(bot, owner: null, cancellation);

        // The bot may be there without its knowledge, if a former start was cut off between the two.
        var there = (await bots.FindByKeyAsync(starter.Key, cancellation))!;
        if (there.Revision > 0)
            return;
        await knowledge.ChangeAsync(
            there.Id,
            _ => new KnowledgeChange<int>(
                0,
                [.. starter.Intents.Select(i => new Intent { Title = i.Title, Answer = i.Answer, Examples = i.Examples })],
                []),
            cancellation);
    }

    private sealed record StarterFile(string Key, string Language, string Name, string Greeting, IReadOnlyList<StarterIntent> Intents);

    private sealed record StarterIntent(string Title, string Answer, IReadOnlyList<string> Examples);
}
