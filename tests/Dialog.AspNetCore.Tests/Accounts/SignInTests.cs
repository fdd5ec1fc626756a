using System.Net;
using Dialog.AspNetCore.Tests.Hosting;
using Dialog.Tests;

namespace Dialog.AspNetCore.Tests.Accounts;

[TestFixture]
public sealed class SignInTests
{
    [Test]
    public async Task TenWrongPasswordsLockTheAccountForAWhile()
    {
        var clock = new ManualClock();
        await using var host = await DialogHost.StartAsync(clock: clock);
        using (await Person.SignedUpAsync(host, "owner@example.com"))
        using (var guesser = new Person(host))
        {
            await guesser.GetAsync("api/session");
            for (var i = 0; i < Limits.WrongPasswords - 1; i++)
                Assert.That((await Try(guesser, "a wrong password")).Problem, Is.EqualTo("dialog:wrong-password"));

            var locked = await Try(guesser, "a wrong password");
            var rightButLocked = await Try(guesser, Person.Password);
            clock.Advance(TimeSpan.FromMinutes(16));
            var afterwards = await Try(guesser, Person.Password);

            Assert.Multiple(() =>
            {
                Assert.That((locked.Status, locked.Problem), Is.EqualTo((HttpStatusCode.TooManyRequests, "dialog:locked")));
                Assert.That(locked.Json.GetProperty("retryAfter").GetInt32(), Is.EqualTo(900));
                Assert.That(rightButLocked.Problem, Is.EqualTo("dialog:locked"));
                Assert.That(afterwards.Status, Is.EqualTo(HttpStatusCode.OK));
            });
        }
    }

    [Test]
    public async Task AnUnknownAddressAndAWrongPasswordGetTheSameWords()
    {
        await using var host = await DialogHost.StartAsync();
        using (await Person.SignedUpAsync(host, "owner@example.com"))
        using (var guesser = new Person(host, "fa"))
        {
            await guesser.GetAsync("api/session");

            var known = await guesser.PostAsync("api/session", new { email = "owner@example.com", password = "wrong wrong wrong" });
            var unknown = await guesser.PostAsync("api/session", new { email = "nobody@example.com", password = "wrong wrong wrong" });

            Assert.Multiple(() =>
            {
                Assert.That(unknown, Is.EqualTo(known));
                Assert.That(known.Json.GetProperty("title").GetString(), Does.Contain("گذرواژه"));
            });
        }
    }

    [TestCase("nobody", "a good long password", "Ann", "dialog:bad-email")]
    [TestCase("", "a good long password", "Ann", "dialog:missing")]
    [TestCase("ann@example.com", "short", "Ann", "dialog:short-password")]
    [TestCase("ann@example.com", "a good long password", " ", "dialog:missing")]
    [TestCase("taken@example.com", "a good long password", "Ann", "dialog:email-taken")]
    [TestCase("TAKEN@example.com", "a good long password", "Ann", "dialog:email-taken")]
    public async Task ABadSignUpIsToldWhatIsWrong(string email, string password, string name, string problem)
    {
        await using var host = await DialogHost.StartAsync();
        using (await Person.SignedUpAsync(host, "taken@example.com"))
        using (var person = new Person(host))
        {
            await person.GetAsync("api/session");

            var answer = await person.PostAsync("api/accounts", new { email, password, name, language = "en" });

            Assert.That(answer.Problem, Is.EqualTo(problem));
        }
    }

    [Test]
    public async Task PasswordsAreNowhereInTheDatabase()
    {
        using var folder = new TemporaryFolder();
        await using (var host = await DialogHost.StartAsync(folder: folder.Path))
        {
            (await Person.SignedUpAsync(host, "owner@example.com")).Dispose();
        }

        foreach (var file in Directory.EnumerateFiles(folder.Path))
            Assert.That(await File.ReadAllTextAsync(file, System.Text.Encoding.Latin1), Does.Not.Contain(Person.Password));
    }

    private static Task<Answer> Try(Person person, string password) =>
        person.PostAsync("api/session", new { email = "owner@example.com", password });
}
