using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Dialog.AspNetCore.Attachments;
using Dialog.AspNetCore.Tests.Hosting;
using Dialog.Storage.Attachments;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.AspNetCore.Tests.Attachments;

[TestFixture]
public sealed class AttachmentTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
    private readonly FakeSource _messenger = new();
    private DialogHost _host = null!;
    private Person _owner = null!;
    private BotOfTest _bot = null!;
    private HubClient _visitor = null!;
    private HubClient _desk = null!;
    private Person _stranger = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await DialogHost.StartAsync(services: services => services.AddSingleton<IAttachmentSource>(_messenger));
        _owner = await Person.SignedUpAsync(_host, "owner@example.com");
        _bot = await _owner.AddBotAsync("When do you open?\nWe open at nine.");
        _visitor = await HubClient.VisitorAsync(_host, _bot);
        _desk = await HubClient.ConnectAsync(_host, "hubs/desk", _owner);
        await _desk.CallAsync("Join", new { bot = _bot.Id });
        await _desk.CallAsync("Take", new { conversation = _visitor.Conversation });
        _stranger = await Person.SignedUpAsync(_host, "stranger@example.com");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _stranger.Dispose();
        await _desk.DisposeAsync();
        await _visitor.DisposeAsync();
        _owner.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public async Task APictureIsShownInThePage()
    {
        var file = await SentAsync("نما.png", "image/png", Png);

        using var answer = await _stranger.RawAsync($"files/{file}");

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.EqualTo(Png));
            Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/png"));
            Assert.That(answer.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("inline"));
            Assert.That(answer.Content.Headers.ContentDisposition.FileNameStar, Is.EqualTo("نما.png"));
        });
    }

    [TestCase("page.html", "text/html")]
    [TestCase("drawing.svg", "image/svg+xml")]
    public async Task AnythingElseIsADownloadThatCannotRun(string name, string type)
    {
        var file = await SentAsync(name, type, "<script>alert(1)</script>"u8.ToArray());

        using var answer = await _stranger.RawAsync($"files/{file}");

        Assert.Multiple(() =>
        {
            Assert.That(answer.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
            Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
            Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("sandbox"));
        });
    }

    [Test]
    public async Task WhatOnlyCallsItselfAPictureIsADownload()
    {
        var file = await SentAsync("photo.png", "image/png", "<html>"u8.ToArray());

        using var answer = await _stranger.RawAsync($"files/{file}");

        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/octet-stream"));
        Assert.That(answer.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
    }

    [Test]
    public async Task AFileOfManyPartsIsReadFromAnyPlace()
    {
        var bytes = Enumerable.Range(0, (2 * Attachment.PartSize) + 1000).Select(i => (byte)(i * 31 % 251)).ToArray();
        var file = await SentAsync("large.bin", "application/zip", bytes);

        using var request = new HttpRequestMessage(HttpMethod.Get, $"files/{file}");
        request.Headers.Range = new RangeHeaderValue(Attachment.PartSize - 10, (2 * Attachment.PartSize) + 10);
        using var answer = await _stranger.RawAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.PartialContent));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.EqualTo(bytes[(Attachment.PartSize - 10)..((2 * Attachment.PartSize) + 11)]));
        using var whole = await _stranger.RawAsync($"files/{file}");
        Assert.That(await whole.Content.ReadAsByteArrayAsync(), Is.EqualTo(bytes));
    }

    [Test]
    public async Task WhatIsTooLargeIsRefusedInWords()
    {
        var answer = await UploadAsync("huge.bin", "application/zip", new byte[Limits.AttachmentBytes + 1]);

        Assert.That((answer.Status, answer.Problem), Is.EqualTo((HttpStatusCode.RequestEntityTooLarge, "dialog:file-too-large")));
        Assert.That(answer.Text, Does.Contain("20 MB"));
    }

    [Test]
    public async Task AnEmptyFileIsRefusedInWords()
    {
        var answer = await UploadAsync("nothing.txt", "text/plain", []);

        Assert.That((answer.Status, answer.Problem), Is.EqualTo((HttpStatusCode.BadRequest, "dialog:empty-file")));
    }

    [Test]
    public async Task NobodyReadsAnUploadBeforeItsMessageIsSent()
    {
        var file = (await UploadAsync("draft.txt", "text/plain", "draft"u8.ToArray())).Json.GetProperty("id").GetString();

        using var answer = await _stranger.RawAsync($"files/{file}");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("..\\..\\evil\u202egpj.exe", "evilgpj.exe")]
    [TestCase("a/b/receipt.pdf", "receipt.pdf")]
    [TestCase("..", "file")]
    [TestCase("", "file")]
    public async Task ANameIsNeverAPathNorReadsOtherThanItIs(string given, string kept)
    {
        var answer = await UploadAsync(given, "application/pdf", "x"u8.ToArray());

        Assert.That(answer.Json.GetProperty("name").GetString(), Is.EqualTo(kept));
    }

    [Test]
    public async Task WhatTheMessengerDoesNotGiveIsSaidAndComesLater()
    {
        var files = _host.Services.GetRequiredService<AttachmentFiles>();
        _messenger.Bytes = null;
        var noted = await files.NoteAsync(
            new Attachment { BotId = _bot.Id, ConversationId = _visitor.Conversation, Name = "photo.jpg", Type = "image/jpeg", Source = "remote-1" },
            CancellationToken.None);

        using var away = await _stranger.RawAsync($"files/{noted.Id}");
        _messenger.Bytes = [0xFF, 0xD8, 0xFF, 9];
        using var here = await _stranger.RawAsync($"files/{noted.Id}");
        _messenger.Bytes = null;
        using var again = await _stranger.RawAsync($"files/{noted.Id}");

        await Assert.MultipleAsync(async () =>
        {
            Assert.That(away.StatusCode, Is.EqualTo(HttpStatusCode.BadGateway));
            Assert.That(await here.Content.ReadAsByteArrayAsync(), Is.EqualTo(new byte[] { 0xFF, 0xD8, 0xFF, 9 }));
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.OK), "kept from the first time");
        });
    }

    [Test]
    public async Task AnAgentsFileComesWithItsMessage()
    {
        var file = await SentAsync("prices.pdf", "application/pdf", "%PDF"u8.ToArray());

        var heard = await _visitor.PushedAsync("events", events => events[0].TryGetProperty("file", out var with) && with.GetProperty("id").GetString() == file);

        Assert.Multiple(() =>
        {
            Assert.That(heard[0].GetProperty("text").GetString(), Is.EqualTo("prices.pdf"));
            Assert.That(heard[0].GetProperty("file").GetProperty("size").GetInt64(), Is.EqualTo(4));
            Assert.That(heard[0].GetProperty("file").GetProperty("isImage").GetBoolean(), Is.False);
        });
    }

    [Test]
    public async Task AFileThatIsNotThereIsSaidAndNothingIsSent()
    {
        var answer = await AnswerAsync("aaaabbbbccccddddeeee", "here it is");

        Assert.That(answer.GetRawText(), Does.Contain("dialog:file-gone"));
    }

    private async Task<string> SentAsync(string name, string type, byte[] bytes)
    {
        var uploaded = await UploadAsync(name, type, bytes);
        Assert.That(uploaded.Status, Is.EqualTo(HttpStatusCode.OK), uploaded.Text);
        var id = uploaded.Json.GetProperty("id").GetString()!;
        var sent = await AnswerAsync(id, text: null);
        Assert.That(sent.GetProperty("value").GetProperty("sequence").GetInt64(), Is.GreaterThan(0));
        return id;
    }

    private Task<JsonElement> AnswerAsync(string file, string? text) =>
        _desk.CallAsync("Answer", new { conversation = _visitor.Conversation, id = file, text, file });

    private Task<Answer> UploadAsync(string name, string type, byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return _owner.SendAsync(
            HttpMethod.Post, $"api/bots/{_bot.Id}/conversations/{_visitor.Conversation}/files?name={Uri.EscapeDataString(name)}", content);
    }

    private sealed class FakeSource : IAttachmentSource
    {
        public byte[]? Bytes { get; set; }

        public Task CopyAsync(Attachment attachment, Stream target, CancellationToken cancellation) =>
            Bytes is { } bytes ? target.WriteAsync(bytes, cancellation).AsTask() : throw new IOException("The messenger is away.");
    }
}
