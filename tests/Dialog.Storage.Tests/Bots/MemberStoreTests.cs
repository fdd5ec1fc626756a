using Dialog.Storage.Bots;

namespace Dialog.Storage.Tests.Bots;

[TestFixture]
public sealed class MemberStoreTests
{
    private Store _store = null!;

    [SetUp]
    public async Task Open() => _store = await Store.OpenAsync();

    [TearDown]
    public ValueTask Close() => _store.DisposeAsync();

    [Test]
    public async Task TheFirstAccountOwnsTheBotsThatNobodyOwnsAndTheSecondDoesNot()
    {
        var demo = await _store.AddBotAsync();
        var first = await _store.AddAccountAsync("first@example.com");
        var second = await _store.AddAccountAsync("second@example.com");

        await Assert.MultipleAsync(async () =>
        {
            Assert.That((await _store.Members.FindAsync(demo.Id, first.Id))?.Role, Is.EqualTo(Roles.Owner));
            Assert.That(await _store.Members.FindAsync(demo.Id, second.Id), Is.Null);
        });
    }

    [Test]
    public async Task AnInvitationWorksOnce()
    {
        var (bot, owner) = await Owned();
        var guest = await _store.AddAccountAsync("guest@example.com");
        await Invite(bot, owner.Id, "token");

        var joined = await _store.Members.AcceptAsync("token", guest.Id);
        var again = await _store.Members.AcceptAsync("token", owner.Id);

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(joined, Is.EqualTo(bot.Id));
            Assert.That(again, Is.Null);
            Assert.That((await _store.Members.FindAsync(bot.Id, guest.Id))?.Role, Is.EqualTo(Roles.Agent));
        });
    }

    [Test]
    public async Task AnInvitationEnds()
    {
        var (bot, owner) = await Owned();
        await Invite(bot, owner.Id, "token");

        _store.Clock.Advance(TimeSpan.FromDays(8));

        Assert.That(await _store.Members.FindInvitationAsync("token"), Is.Null);
    }

    [Test]
    public async Task AnOwnerWhoFollowsAnAgentsLinkStaysOwner()
    {
        var (bot, owner) = await Owned();
        await Invite(bot, owner.Id, "token");

        await _store.Members.AcceptAsync("token", owner.Id);

        Assert.That((await _store.Members.FindAsync(bot.Id, owner.Id))?.Role, Is.EqualTo(Roles.Owner));
    }

    [Test]
    public async Task TheLastOwnerStays()
    {
        var (bot, owner) = await Owned();

        Assert.That(await _store.Members.RemoveAsync(bot.Id, owner.Id), Is.False);
    }

    private async Task<(Bot Bot, Storage.Accounts.Account Owner)> Owned()
    {
        var owner = await _store.AddAccountAsync("owner@example.com");
        return (await _store.AddBotAsync(owner.Id), owner);
    }

    private Task Invite(Bot bot, string owner, string token) =>
        _store.Members.InviteAsync(token, bot.Id, Roles.Agent, owner, Timestamp.From(_store.Clock.GetUtcNow().AddDays(7)));
}
