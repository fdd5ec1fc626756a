using Dialog.AspNetCore.Attachments;
using Dialog.AspNetCore.Conversations;
using Dialog.AspNetCore.Tests.Hosting;
using Dialog.AspNetCore.Training;
using Dialog.Matching;
using Dialog.Storage;
using Dialog.Storage.Bots;
using Dialog.Storage.Conversations;
using Dialog.Storage.Training;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.AspNetCore.Tests.Training;

/// <summary>How many of a bot's messages have no answer is learnt from what its visitors write.</summary>
[TestFixture]
public sealed class ForeignShareTests
{
    private const string Known = "when do you open";
    private const string Foreign = "my parrot ate the invoice";

    private DialogHost _host = null!;
    private Person _owner = null!;
    private BotOfTest _bot = null!;

    [SetUp]
    public async Task Start()
    {
        _host = await DialogHost.StartAsync();
        _owner = await Person.SignedUpAsync(_host, "owner@example.com");
        _bot = await _owner.AddTornBotAsync();
    }

    [TearDown]
    public async Task Stop()
    {
        _owner.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public async Task FewMessagesSayNothing()
    {
        await SayAsync(new VisitorAct.Says(Foreign), Limits.FewestShareMessages - 1);

        Assert.That(await ShareAsync(), Is.EqualTo(OutOfScopeShare.Unknown));
    }

    [Test]
    public async Task ABotThatIsAskedForeignThingsExpectsThem()
    {
        await SayAsync(new VisitorAct.Says(Foreign), Limits.FewestShareMessages);

        Assert.That(await ShareAsync(), Is.GreaterThan(OutOfScopeShare.Unknown));
    }

    [Test]
    public async Task ABotThatIsAskedWhatItKnowsExpectsThat()
    {
        await SayAsync(new VisitorAct.Says(Known), Limits.FewestShareMessages);

        Assert.That(await ShareAsync(), Is.LessThan(OutOfScopeShare.Unknown));
    }

    [Test]
    public async Task PressesAndFilesAreNoMessages()
    {
        await SayAsync(new VisitorAct.AsksForPerson(), Limits.FewestShareMessages);
        await SayAsync(new VisitorAct.Sends(new AttachedFile("f", "parrot.png", "image/png", 1, IsImage: true), null), Limits.FewestShareMessages);

        Assert.That(await ShareAsync(), Is.EqualTo(OutOfScopeShare.Unknown));
    }

    [Test]
    public async Task TheNextTrainingUsesItAndRemembersIt()
    {
        await SayAsync(new VisitorAct.Says(Foreign), Limits.FewestShareMessages);
        var expected = await ShareAsync();

        await _owner.PostAsync($"api/bots/{_bot.Id}/negatives", new { texts = new[] { "tell me a joke" } });
        await _owner.TrainedAsync(_bot);

        var newest = await _host.Services.GetRequiredService<ModelStore>().NewestAsync(_bot.Id);
        Assert.That(newest!.OutOfScopeShare, Is.EqualTo(expected));
    }

    private Task<double> ShareAsync() => _host.Services.GetRequiredService<ForeignShare>().OfAsync(_bot.Id, CancellationToken.None);

    private async Task SayAsync(VisitorAct act, int times)
    {
        var bot = (await _host.Services.GetRequiredService<BotStore>().FindAsync(_bot.Id))!;
        var conversation = await _host.Services.GetRequiredService<ConversationStore>().BeginAsync(bot.Id, RandomId.Secret(), "web");
        var service = _host.Services.GetRequiredService<ConversationService>();
        for (var i = 0; i < times; i++)
            await service.ReceiveAsync(new IncomingMessage(bot, conversation.Id, $"m{i}", act), CancellationToken.None);
    }
}
