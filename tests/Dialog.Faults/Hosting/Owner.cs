using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Dialog.Faults.Hosting;

/// <summary>The first person who signed up, and so the owner of the demo shops. The cookie outlives restarts.</summary>
/// <param name="Cookie">The header that says who it is.</param>
/// <param name="Bot">The id of the English demo shop.</param>
/// <param name="Verbose">A bot that answers at the greatest length allowed.</param>
internal sealed record Owner(string Cookie, string Bot, VerboseBot Verbose)
{
    public static async Task<Owner> SignUpAsync(Uri server)
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = server };
        await ShowTokenAsync(http);
        await PostAsync(http, "api/accounts", new { email = "owner@example.org", password = "a sentence to remember", name = "Owner", language = "en" });
        var bots = (await ShowTokenAsync(http)).GetProperty("bots");
        var shop = bots.EnumerateArray().Single(bot => bot.GetProperty("language").GetString() == "en");
        return new Owner(cookies.GetCookieHeader(server), shop.GetProperty("id").GetString()!, await VerboseBot.MakeAsync(http));
    }

    internal static async Task<JsonElement> PostAsync(HttpClient http, string path, object body)
    {
        using var made = await http.PostAsJsonAsync(path, body);
        made.EnsureSuccessStatusCode();
        return await made.Content.ReadFromJsonAsync<JsonElement>();
    }

    // The token of a change is bound to the person, so it is another one after signing up.
    private static async Task<JsonElement> ShowTokenAsync(HttpClient http)
    {
        var session = await http.GetFromJsonAsync<JsonElement>("api/session");
        http.DefaultRequestHeaders.Remove("X-CSRF");
        http.DefaultRequestHeaders.Add("X-CSRF", session.GetProperty("csrf").GetString());
        return session;
    }
}
