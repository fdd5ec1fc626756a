using System.Text;

namespace Dialog.Telegram.Tests;

public class UpdateTests
{
    private static Update? Read(string json) => Update.Read(Encoding.UTF8.GetBytes(json));

    [Test]
    public void Unknown_fields_are_ignored_and_missing_ones_have_defaults()
    {
        var update = Read("""
            {"update_id":5,"later":{"x":[1]},"message":{"message_id":9,"date":1774080000,"chat":{"id":-1001234567890,"type":"supergroup","title":"گروه"},
             "from":{"id":5200000000,"is_bot":false,"first_name":"سارا","is_premium":true},"text":"سلام 😀","entities":[{"type":"bold","offset":0,"length":4}]}}
            """)!;
        Assert.That(update.Message!.Text, Is.EqualTo("سلام 😀"));
        Assert.That(update.Message.Date, Is.EqualTo(new DateTimeOffset(2026, 3, 21, 8, 0, 0, TimeSpan.Zero)));
        Assert.That(update.Message.Chat.IsGroup);
        Assert.That(update.Message.From!.Id, Is.EqualTo(5_200_000_000));
        Assert.That(update.Message.From.FullName, Is.EqualTo("سارا"));
        Assert.That(update.Message.Photo, Is.Empty);
        Assert.That(update.Chat, Is.SameAs(update.Message.Chat));
    }

    [Test]
    public void A_pressed_button_a_file_and_a_block_are_read()
    {
        Assert.That(Read("""{"update_id":1,"callback_query":{"id":"77","from":{"id":1,"first_name":"a"},"data":"a:1","message":{"message_id":3,"date":0,"chat":{"id":8,"type":"private"}}}}""")!
            is { CallbackQuery: { Id: "77", Data: "a:1", Message.MessageId: 3 }, Chat.Id: 8 });
        Assert.That(Read("""{"update_id":2,"message":{"message_id":3,"date":1,"chat":{"id":8,"type":"private"},"photo":[{"file_id":"s","width":1,"height":1},{"file_id":"l","width":9,"height":9}],"caption":"عکس","voice":{"file_id":"v","duration":3,"mime_type":"audio/ogg"}}}""")!
            is { Message: { Photo: [_, { FileId: "l" }], Caption: "عکس", Voice: { FileId: "v", Duration: 3 } } });
        Assert.That(Read("""{"update_id":3,"my_chat_member":{"chat":{"id":8,"type":"private"},"from":{"id":8,"first_name":"a"},"date":1,"old_chat_member":{"status":"member"},"new_chat_member":{"status":"kicked","until_date":0}}}""")!
            is { MyChatMember.NewChatMember.IsOut: true, Chat.Id: 8 });
    }

    [TestCase("1774080000", 2026)]
    [TestCase("1774080000000", 2026, TestName = "A time in milliseconds is understood")]
    [TestCase("-1", 1970)]
    [TestCase("99999999999999999999", 1970)]
    public void A_strange_time_loses_no_message(string date, int year) => Assert.That(
        Read($$$"""{"update_id":1,"message":{"message_id":9,"date":{{{date}}},"chat":{"id":1} } }""")!.Message!.Date.Year, Is.EqualTo(year));

    [TestCase("""{"update_id":4,"message":{"message_id":"what","chat":[]}}""", TestName = "of an unreadable message")]
    [TestCase("""{"update_id":4,"poll":{"id":"1"}}""", TestName = "of an unknown kind")]
    public void An_update_of_no_use_still_has_its_id(string json) =>
        Assert.That(Read(json), Is.EqualTo(new Update { UpdateId = 4, Json = json }));

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[1]")]
    [TestCase("""{"update_id":"x"}""")]
    [TestCase("<html>")]
    public void What_is_no_update_is_none(string json) => Assert.That(Read(json), Is.Null);
}
