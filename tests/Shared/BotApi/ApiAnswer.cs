using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Dialog.Tests.Messengers;

/// <summary>What the server answers, or how the network fails.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string Body, Exception? Failure = null, string Type = "application/json")
{
    public static ApiAnswer True { get; } = Ok(JsonValue.Create(true));

    public static ApiAnswer Ok(JsonNode result) => new(HttpStatusCode.OK, new JsonObject { ["ok"] = true, ["result"] = result }.ToJsonString());

    public static ApiAnswer Error(int code, string description, JsonObject? parameters = null) => new((HttpStatusCode)code, new JsonObject
    {
        ["ok"] = false,
        ["error_code"] = code,
        ["description"] = description,
        ["parameters"] = parameters,
    }.ToJsonString());

    public static ApiAnswer TooMany(int seconds) =>
        Error(429, $"Too Many Requests: retry after {seconds}", new JsonObject { ["retry_after"] = seconds });

    public static ApiAnswer Page(int code) => new((HttpStatusCode)code, "<html>this site is not available</html>", Type: "text/html");

    public static ApiAnswer Broken(HttpRequestError error) => new(HttpStatusCode.Unused, "", new HttpRequestException(error, $"{error} at https://api.telegram.org/bot{BotApi.Token}/x"));

    /// <summary>The seconds to wait that a 429 names.</summary>
    public int? RetryAfter => Status == HttpStatusCode.TooManyRequests && Type == "application/json"
        ? (int?)JsonNode.Parse(Body)!["parameters"]?["retry_after"] : null;

    public HttpResponseMessage ToResponse() => Failure is null
        ? new(Status) { Content = new StringContent(Body, Encoding.UTF8, Type) }
        : throw Failure;
}
