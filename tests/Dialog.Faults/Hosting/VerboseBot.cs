using System.Net.Http.Json;
using System.Text.Json;

namespace Dialog.Faults.Hosting;

/// <summary>A bot whose every answer is as long as answers may be, so that a reader who stops reading is soon full.</summary>
internal sealed record VerboseBot(string Id, string Key)
{
    private const int AnswerLength = 4_000;

    private static readonly string[][] Intents =
    [
        ["how long does delivery take", "when will my parcel arrive", "delivery time please", "how many days until it is here"],
        ["where is your shop", "what is your address", "how do I find your store", "which street are you on"],
        ["do you sell gift cards", "can I buy a voucher", "I want a gift card", "are there vouchers"],
    ];

    public static string Question(int number) => Intents[number % Intents.Length][0];

    public static async Task<VerboseBot> MakeAsync(HttpClient owner)
    {
        var made = await Owner.PostAsync(owner, "api/bots", new { name = "Verbose", language = "en" });
        var bot = new VerboseBot(made.GetProperty("id").GetString()!, made.GetProperty("key").GetString()!);
        foreach (var examples in Intents)
            await Owner.PostAsync(owner, $"api/bots/{bot.Id}/intents", new { answer = Answer(examples[0]), examples });
        using var limit = new CancellationTokenSource(Limit.Event);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (!await IsTrainedAsync(owner, bot))
            await beat.WaitForNextTickAsync(limit.Token);
        return bot;
    }

    private static async Task<bool> IsTrainedAsync(HttpClient owner, VerboseBot bot)
    {
        var training = await owner.GetFromJsonAsync<JsonElement>($"api/bots/{bot.Id}/training");
        return training.GetProperty("state").GetString() == "live";
    }

    private static string Answer(string about) =>
        string.Concat(Enumerable.Repeat($"Much can be said about this: {about}? ", AnswerLength))[..AnswerLength];
}
