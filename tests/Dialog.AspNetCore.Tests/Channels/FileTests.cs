using System.Net.Http.Headers;
using System.Text.Json;
using Dapper;
using Dialog.AspNetCore.Tests.Hosting;

namespace Dialog.AspNetCore.Tests.Channels;

/// <summary>Pictures and files, both ways.</summary>
[TestFixture]
public sealed class FileTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private Shop _shop = null!;
    private ChatPerson _sara = null!;
    private HubClient _desk = null!;

    [SetUp]
    public async Task Open()
    {
        _shop = await Shop.OpenAsync();
        _sara = new ChatPerson(_shop.Api, 7);
        _desk = await _shop.DeskAsync();
    }

    [TearDown]
    public async Task Close()
    {
        await _desk.DisposeAsync();
        await _shop.DisposeAsync();
    }

    [Test]
    public async Task APictureWithAQuestionIsKeptAndTheQuestionIsAnswered()
    {
        _sara.SendPhoto(Png, "when do you open");

        await _sara.HeardAsync(sent => sent.Text == "We open at nine.");
        var conversation = await _shop.QueryAsync(c => c.ExecuteScalarAsync<string>("SELECT id FROM conversations"));
        var file = (await Shop.ReadAsync(_desk, conversation!)).GetProperty("events")[0].GetProperty("file");
        using var http = new HttpClient { BaseAddress = _shop.Host.Address };
        var bytes = await http.GetByteArrayAsync($"files/{file.GetProperty("id").GetString()}");

        Assert.Multiple(() =>
        {
            Assert.That(file.GetProperty("name").GetString(), Is.EqualTo("photo.jpg"));
            Assert.That(file.GetProperty("isImage").GetBoolean());
            Assert.That(bytes, Is.EqualTo(Png));
        });
    }

    [Test]
    public async Task ADocumentOfAnUpdateThatComesAgainIsOneFile()
    {
        _shop.Api.Repeats = 5;
        _sara.SendFile("رسید.pdf", "application/pdf", "%PDF"u8.ToArray());

        await _desk.PushedAsync("conversation", item => item.GetProperty("preview").GetString() == "رسید.pdf");
        await _shop.Api.UntilAsync(() => _shop.Api.Pending == 0);

        Assert.That(await _shop.QueryAsync(c => c.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM attachments")), Is.EqualTo(1));
    }

    [Test]
    public async Task AFileThatIsTooLargeIsNotedAndHonestlyAnswered()
    {
        var update = BotApi.TextUpdate(5000, "");
        update["message"]!.AsObject().Remove("text");
        update["message"]!["document"] = new System.Text.Json.Nodes.JsonObject { ["file_id"] = "big", ["file_name"] = "film.mkv", ["file_size"] = 40 * 1024 * 1024 };
        _shop.Api.Post(update);

        var heard = await _sara.HeardAsync(1);
        var item = await _desk.PushedAsync("conversation", _ => true);

        Assert.Multiple(() =>
        {
            Assert.That(heard[0].Text, Does.StartWith("This file is too large for me; I can take 20 MB at most."));
            Assert.That(item.GetProperty("preview").GetString(), Is.EqualTo("[film.mkv, 40 MB]"));
        });
    }

    [TestCase("image/png", "look at this", true)]
    [TestCase("application/pdf", null, false)]
    public async Task AnAgentsFileReachesTheChat(string type, string? text, bool isImage)
    {
        var conversation = await TakenAsync();
        var bytes = isImage ? Png : "%PDF"u8.ToArray();
        var file = await UploadAsync(conversation, "a file", type, bytes);

        await _desk.CallAsync("Answer", new { conversation, id = "a1", text, file });

        var heard = await _sara.HeardAsync(sent => sent.File is not null);
        var method = _shop.Api.Calls.Last(call => call.IsSend).Method;
        Assert.Multiple(() =>
        {
            Assert.That(heard.File!.Bytes, Is.EqualTo(bytes));
            Assert.That(heard.Text, Is.EqualTo(text ?? ""));
            Assert.That(method, Is.EqualTo(isImage ? "sendPhoto" : "sendDocument"));
        });
    }

    [Test]
    public async Task APictureTheMessengerRefusesAsAPhotoGoesAsAFile()
    {
        var conversation = await TakenAsync();
        var file = await UploadAsync(conversation, "tall.png", "image/png", Png);
        _shop.Api.Next("sendPhoto", _ => ApiAnswer.Error(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"));

        await _desk.CallAsync("Answer", new { conversation, id = "a1", file });

        Assert.That((await _sara.HeardAsync(sent => sent.File is not null)).File!.Bytes, Is.EqualTo(Png));
    }

    [Test]
    public async Task ACaptionThatIsTooLongForAFileFollowsIt()
    {
        var conversation = await TakenAsync();
        var file = await UploadAsync(conversation, "a.png", "image/png", Png);
        var text = new string('x', 2_000);

        await _desk.CallAsync("Answer", new { conversation, id = "a1", text, file });

        var words = await _sara.HeardAsync(sent => sent.Text == text);
        Assert.That(_sara.Heard.First(sent => sent.File is not null).MessageId, Is.LessThan(words.MessageId));
    }

    private async Task<string> TakenAsync()
    {
        _sara.Say("/person");
        var waiting = await _desk.PushedAsync("conversation", item => item.GetProperty("state").GetString() == "waiting");
        var conversation = waiting.GetProperty("id").GetString()!;
        await _desk.CallAsync("Take", new { conversation });
        return conversation;
    }

    private async Task<string> UploadAsync(string conversation, string name, string type, byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        var answer = await _shop.Owner.SendAsync(
            HttpMethod.Post, $"api/bots/{_shop.Bot.Id}/conversations/{conversation}/files?name={Uri.EscapeDataString(name)}", content);
        return answer.Json.GetProperty("id").GetString()!;
    }
}
