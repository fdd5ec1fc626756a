using System.Globalization;
using System.Reflection;
using Dialog.AspNetCore.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Dialog.AspNetCore.Problems;

/// <summary>Answers a request with a problem, in the language the request asks for.</summary>
internal sealed class Refusal(Problem problem, object[] values) : IResult, IEndpointMetadataProvider
{
    /// <summary>Seconds to wait before another try.</summary>
    public int? RetryAfter { get; init; }

    public Problem Problem { get; } = problem;

    /// <summary>The problem in words, where there is no request to answer.</summary>
    public ProblemView In(string language) => Problem.In(language, values);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var view = Problem.In(Language.Of(httpContext), values);
        var details = new ProblemDetails { Type = view.Type, Title = view.Title, Detail = view.Detail, Status = Problem.Status };
        if (RetryAfter is { } seconds)
        {
            details.Extensions["retryAfter"] = seconds;
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        httpContext.Response.StatusCode = Problem.Status;
        return httpContext.Response.WriteAsJsonAsync(details, options: null, contentType: "application/problem+json");
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(400, typeof(ProblemDetails), ["application/problem+json"]));
}
