using System.Net;
using Dialog.AspNetCore.Tests.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;

namespace Dialog.AspNetCore.Tests;

[TestFixture]
public sealed class HealthTests
{
    [Test]
    public async Task ADatabaseThatSavesIsHealthy()
    {
        await using var host = await DialogHost.StartAsync();
        using var person = new Person(host);

        var answer = await person.GetAsync("health/ready");

        Assert.That((answer.Status, answer.Text), Is.EqualTo((HttpStatusCode.OK, "Healthy")));
    }

    [TestCase(HealthStatus.Degraded)]
    [TestCase(HealthStatus.Unhealthy)]
    public async Task ADatabaseThatIsFullOrAwayIsDegraded(HealthStatus status)
    {
        var context = new DefaultHttpContext { Response = { Body = new MemoryStream() } };

        await DatabaseHealth.WriteAsync(context, new HealthReport(new Dictionary<string, HealthReportEntry>
        {
            ["database"] = new(status, description: null, TimeSpan.Zero, exception: null, data: null),
        }, TimeSpan.Zero));

        Assert.That(System.Text.Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()), Is.EqualTo("Degraded"));
    }
}
