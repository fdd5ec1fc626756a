using System.Security.Cryptography;

namespace Dialog.Telegram.Tests;

public class FileTests
{
    private static readonly byte[] Bytes = RandomNumberGenerator.GetBytes(300_000);

    [Test]
    public async Task A_document_arrives_whole_with_its_Persian_name()
    {
        using var bot = new Bot();
        using var stream = new MemoryStream(Bytes);
        await bot.Clock.RunAsync(bot.Client.SendDocumentAsync(1, new OutgoingFile("فاکتور \"۱\".pdf", stream, "application/pdf"),
            MessageText.Html("<b>بفرمایید</b>"), InlineKeyboard.Column(InlineButton.Callback("بله", "y"))));
        var call = bot.Api.Calls.Single();
        Assert.That(call.Fields["document"]!["name"]!.ToString(), Is.EqualTo("فاکتور ۱.pdf"));
        Assert.That(call.Fields["document"]!["type"]!.ToString(), Is.EqualTo("application/pdf"));
        Assert.That(Convert.FromBase64String(call.Fields["document"]!["base64"]!.ToString()), Is.EqualTo(Bytes));
        Assert.That((call.Text("caption"), call.Text("parse_mode")), Is.EqualTo(("<b>بفرمایید</b>", "HTML")));
        Assert.That(stream.CanRead, "The stream is its owner's to close.");
    }

    [Test]
    public async Task A_photo_is_sent_again_from_where_the_stream_stood()
    {
        using var bot = new Bot();
        using var stream = new MemoryStream(Bytes) { Position = 100 };
        bot.Api.Next("sendPhoto", [_ => ApiAnswer.TooMany(3), _ => ApiAnswer.Error(400, "Bad Request: can't parse entities: no")]);
        await bot.Clock.RunAsync(bot.Client.SendPhotoAsync(1, new OutgoingFile("a.jpg", stream, "image/jpeg"), MessageText.Html("<i>x</i>")));
        Assert.That(bot.Api.Calls.Select(call => call.Fields["photo"]!["length"]!.GetValue<long>()), Is.EqualTo(new[] { 299_900, 299_900, 299_900 }));
        Assert.That(bot.Api.Calls.Select(call => call.Text("parse_mode")), Is.EqualTo(new[] { "HTML", "HTML", null }));
    }

    [Test]
    public async Task A_stream_that_can_not_be_wound_back_is_sent_once()
    {
        using var bot = new Bot();
        using var stream = new System.IO.Compression.BrotliStream(new MemoryStream(Packed()), System.IO.Compression.CompressionMode.Decompress);
        bot.Api.Next("sendDocument", [_ => ApiAnswer.TooMany(3)]);
        Assert.That(await bot.ProblemAsync(bot.Client.SendDocumentAsync(1, new OutgoingFile("a.bin", stream))), Is.InstanceOf<BotProblem.TooMany>());
        Assert.That(bot.Api.Calls.Single().Fields["document"]!["length"]!.GetValue<long>(), Is.EqualTo(Bytes.Length));
    }

    private static byte[] Packed()
    {
        using var packed = new MemoryStream();
        using (var packing = new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionLevel.Fastest)) packing.Write(Bytes);
        return packed.ToArray();
    }

    [Test]
    public async Task A_full_disk_is_not_the_networks_fault()
    {
        using var bot = new Bot();
        bot.Api.Files["F1"] = Bytes;
        var file = await bot.Clock.RunAsync(bot.Client.GetFileAsync("F1"));
        await using var full = new FullDisk();
        Assert.That(async () => await bot.Client.DownloadAsync(file, full), Throws.InstanceOf<IOException>());
    }

    private sealed class FullDisk : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("No space left on device");
    }

    [Test]
    public async Task A_file_too_large_is_not_sent()
    {
        using var bot = new Bot(Provider.Telegram with { UploadBytes = 299_999, DownloadBytes = 299_999 });
        using var stream = new MemoryStream(Bytes);
        Assert.That(await bot.ProblemAsync(bot.Client.SendDocumentAsync(1, new OutgoingFile("a", stream))), Is.EqualTo(new BotProblem.TooLarge(299_999)));
        Assert.That(bot.Api.Calls, Is.Empty);
    }

    [Test]
    public async Task A_file_is_fetched()
    {
        using var bot = new Bot();
        bot.Api.Files["F1"] = Bytes;
        var file = await bot.Clock.RunAsync(bot.Client.GetFileAsync("F1"));
        using var target = new MemoryStream();
        await bot.Clock.RunAsync(bot.Client.DownloadAsync(file, target));
        Assert.That(target.ToArray(), Is.EqualTo(Bytes));
        Assert.That(bot.Api.LastAddress, Does.StartWith("https://api.telegram.org/file/bot123456:"));
    }

    [Test]
    public async Task A_file_larger_than_it_said_is_not_fetched_to_its_end()
    {
        using var bot = new Bot(Provider.Telegram with { DownloadBytes = 200_000 });
        bot.Api.Files["F1"] = Bytes;
        var file = await bot.Clock.RunAsync(bot.Client.GetFileAsync("F1"));
        using var target = new MemoryStream();
        Assert.That(await bot.ProblemAsync(bot.Client.DownloadAsync(file, target)), Is.EqualTo(new BotProblem.TooLarge(200_000)));
        Assert.That(await bot.ProblemAsync(bot.Client.DownloadAsync(file with { FileSize = 10 }, target)), Is.EqualTo(new BotProblem.TooLarge(200_000)));
        Assert.That(target.Length, Is.LessThanOrEqualTo(200_000));
    }

    [Test]
    public async Task A_file_that_is_gone_or_has_a_strange_path_is_refused()
    {
        using var bot = new Bot();
        using var target = new MemoryStream();
        var file = new BotFile { FileId = "F9", FilePath = "documents/F9 x" };
        Assert.That(await bot.ProblemAsync(bot.Client.DownloadAsync(file, target)), Is.InstanceOf<BotProblem.Refused>());
        foreach (var path in new[] { null, "", "../../other", "documents//x" })
            Assert.That(await bot.ProblemAsync(bot.Client.DownloadAsync(file with { FilePath = path }, target)), Is.InstanceOf<BotProblem.Refused>());
        Assert.That(await bot.ProblemAsync(bot.Client.GetFileAsync("F9")), Is.InstanceOf<BotProblem.Refused>());
    }
}
