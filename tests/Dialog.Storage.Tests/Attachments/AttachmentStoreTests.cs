using Dialog.Storage.Attachments;
using Dialog.Storage.Bots;
using Dialog.Storage.Conversations;

namespace Dialog.Storage.Tests.Attachments;

[TestFixture]
public sealed class AttachmentStoreTests
{
    private Store _store = null!;
    private Bot _bot = null!;
    private Conversation _conversation = null!;

    [SetUp]
    public async Task Open()
    {
        _store = await Store.OpenAsync();
        _bot = await _store.AddBotAsync();
        _conversation = await _store.Conversations.BeginAsync(_bot.Id, "token", "web");
    }

    [TearDown]
    public ValueTask Close() => _store.DisposeAsync();

    [Test]
    public async Task AnUploadIsUsedByItsOwnConversationOnlyAndAsOftenAsItIsRepeated()
    {
        var file = await Arrived(AttachmentStates.Uploaded);
        var other = await _store.Conversations.BeginAsync(_bot.Id, "other", "web");

        Assert.That(await _store.Attachments.UseAsync(_bot.Id, other.Id, file.Id), Is.Null);
        Assert.That((await _store.Attachments.UseAsync(_bot.Id, _conversation.Id, file.Id))!.State, Is.EqualTo(AttachmentStates.Kept));
        Assert.That(await _store.Attachments.UseAsync(_bot.Id, _conversation.Id, file.Id), Is.Not.Null);
    }

    [Test]
    public async Task AnUploadThatHasNotArrivedIsNotUsed()
    {
        var file = await Add(AttachmentStates.Uploaded);

        Assert.That(await _store.Attachments.UseAsync(_bot.Id, _conversation.Id, file.Id), Is.Null);
    }

    [Test]
    public async Task OnlyWhatNoMessageHasIsDeletedWhenItIsOld()
    {
        var (unused, remote) = (await Arrived(AttachmentStates.Uploaded), await Add(AttachmentStates.Remote));
        _store.Clock.Advance(TimeSpan.FromDays(2));
        var fresh = await Arrived(AttachmentStates.Uploaded);

        await _store.Attachments.DeleteUnusedAsync(Timestamp.From(_store.Clock.GetUtcNow().AddDays(-1)));

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await _store.Attachments.FindAsync(unused.Id), Is.Null);
            Assert.That(await _store.Attachments.PartAsync(unused.Id, 0), Is.Null);
            Assert.That(await _store.Attachments.FindAsync(remote.Id), Is.Not.Null);
            Assert.That(await _store.Attachments.FindAsync(fresh.Id), Is.Not.Null);
        });
    }

    [Test]
    public async Task WhatAMessengerHadIsKeptOnceItHasArrived()
    {
        var file = await Add(AttachmentStates.Remote);
        Assert.That((await _store.Attachments.RemoteAsync()).Select(known => known.Id), Is.EqualTo(new[] { file.Id }));

        await _store.Attachments.ArrivedAsync(file.Id, "image/png", 3);

        var kept = await _store.Attachments.FindAsync(_bot.Id, file.Id);
        Assert.That((kept!.State, kept.Type, kept.Size, kept.Source), Is.EqualTo((AttachmentStates.Kept, "image/png", 3L, (string?)null)));
        Assert.That(await _store.Attachments.RemoteAsync(), Is.Empty);
    }

    private async Task<Attachment> Arrived(string state)
    {
        var file = await Add(state);
        await _store.Attachments.WritePartAsync(file.Id, 0, [1, 2, 3]);
        await _store.Attachments.ArrivedAsync(file.Id, "text/plain", 3);
        return file;
    }

    private async Task<Attachment> Add(string state)
    {
        var file = new Attachment
        {
            BotId = _bot.Id, ConversationId = _conversation.Id, Name = "list.txt", Type = "text/plain", State = state,
            Source = state == AttachmentStates.Remote ? "somewhere" : null, CreatedAt = Timestamp.Now(_store.Clock),
        };
        await _store.Attachments.AddAsync(file);
        return file;
    }
}
