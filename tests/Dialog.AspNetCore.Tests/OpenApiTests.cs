using Dialog.AspNetCore.Tests.Hosting;

namespace Dialog.AspNetCore.Tests;

[TestFixture]
public sealed class OpenApiTests
{
    [Test]
    public async Task TheApiDescribesItselfWithoutItsPages()
    {
        await using var host = await DialogHost.StartAsync();
        using var developer = new Person(host);

        var answer = await developer.GetAsync("openapi/v1.json");
        Assert.That(answer.Status, Is.EqualTo(System.Net.HttpStatusCode.OK), answer.Text);
        var description = answer.Json;

        var paths = description.GetProperty("paths");
        var names = paths.EnumerateObject().Select(path => path.Name).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(description.GetProperty("info").GetProperty("title").GetString(), Is.EqualTo("Dialog"));
            Assert.That(names, Has.All.StartsWith("/api/"));
            Assert.That(names, Does.Contain("/api/bots/{bot}/import/preview"));
            foreach (var operation in paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject()))
                Assert.That(operation.Value.TryGetProperty("summary", out _), Is.True, operation.Value.GetRawText());
        });
    }
}
