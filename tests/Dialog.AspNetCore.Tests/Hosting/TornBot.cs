using System.Net.Http.Json;

namespace Dialog.AspNetCore.Tests.Hosting;

/// <summary>A bot that cannot tell which of two things a message means.</summary>
internal static class TornBot
{
    public const string Message = "how do I cancel";

    private const string Knowledge = """
        How do I cancel my order?
        cancel my order please
        I want to cancel the order I placed
        Open the order and press the button.

        How do I cancel my visit?
        cancel my visit please
        I want to cancel the visit I booked
        Open the visit and press the button.

        When do you open?
        what are your hours
        We open at nine.
        """;

    /// <summary>Makes the bot, just as careful as it takes for it to be torn, whatever the matcher's confidences are.</summary>
    public static async Task<BotOfTest> AddTornBotAsync(this Person owner)
    {
        var bot = await owner.AddBotAsync(Knowledge);
        for (var share = 0.3; share >= 0.01; share -= 0.01)
        {
            await owner.SendAsync(HttpMethod.Patch, $"api/bots/{bot.Id}", JsonContent.Create(new { wrongShare = Math.Round(share, 2) }));
            var tried = (await owner.PostAsync($"api/bots/{bot.Id}/try", new { text = Message })).Json;
            if (tried.GetProperty("outcome").GetString() == "unsure")
                return bot;
        }

        throw new AssertionException($"The bot is sure about “{Message}”, or knows nothing of it.");
    }
}
