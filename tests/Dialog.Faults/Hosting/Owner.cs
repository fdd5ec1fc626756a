using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Dialog.Faults.Hosting;

/// <summary>The first person who signed up, and so the owner of the demo shops. The cookie outlives restarts.</summary>
/// <param name="Cookie">The header that says who it is.</param>
/// <param name="Bot">The id of the English demo shop.</param>
internal sealed record Owner(string Cookie, string Bot)
{
    public static async Task<Owner> SignUpAsync(Uri server)
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = server };
        http.DefaultRequestHeaders.Add("X-CSRF", (await ReadAsync(http)).GetProperty("csrf").GetString());
        using var made = await http.PostAsJsonAsync(
            "api/accounts",
            new { email = "owner@example.org", password = "a sentence to remember", name = "Owner", language = "en" });
        made.EnsureSuccessStatusCode();
        var shop = (await ReadAsync(http)).GetProperty("bots").EnumerateArray().Single(bot => bot.GetProperty("language").GetString() == "en");
        return new Owner(cookies.GetCookieHeader(server), shop.GetProperty("id").GetString()!);
    }

    private static async Task<JsonElement> ReadAsync(HttpClient http) => await http.GetFromJsonAsync<JsonElement>("api/session");
}
