using System.Text.Json.Nodes;

namespace Dialog.Tests.Messengers;

/// <summary>Somebody who writes to the bot in a private chat.</summary>
/// <param name="api">The account that is written to.</param>
/// <param name="id">The person's id, and the chat's.</param>
/// <param name="name">The name the person goes by.</param>
/// <param name="username">The user name, where there is one.</param>
internal sealed class ChatPerson(BotApi api, long id, string name = "سارا", string? username = null)
{
    public long Id => id;

    /// <summary>What the bot has sent here, in order.</summary>
    public IReadOnlyList<SentMessage> Heard => [.. api.Taken.Where(sent => sent.Chat == id)];

    /// <summary>What the chat shows of the bot's messages now.</summary>
    public IReadOnlyList<SentMessage> Shown => api.Shown(id);

    /// <summary>What the bot has sent here, once it is so many messages.</summary>
    public async Task<IReadOnlyList<SentMessage>> HeardAsync(int count)
    {
        await api.UntilAsync(() => Heard.Count >= count);
        return Heard;
    }

    /// <summary>The first message from the bot that fits, once it is there.</summary>
    public async Task<SentMessage> HeardAsync(Func<SentMessage, bool> fits)
    {
        await api.UntilAsync(() => Heard.Any(fits));
        return Heard.First(fits);
    }

    /// <returns>The message's id, for <see cref="Edit"/>.</returns>
    public long Say(string text) => Post("message", new JsonObject { ["text"] = text });

    /// <summary>Changes what was said.</summary>
    public void Edit(long message, string text) => Post("edited_message", new JsonObject { ["text"] = text, ["edit_date"] = 1774080060 }, message);

    /// <summary>Presses the button of that label at the last message that shows one.</summary>
    public void Press(string label) => Press(Shown.Last(message => message.DataOf(label) is not null), label);

    /// <summary>Presses a button of a message, even if the chat no longer shows it.</summary>
    public void Press(SentMessage message, string label) => Press(message.MessageId, message.DataOf(label)!);

    /// <summary>Sends what a button would bring back, as anybody may.</summary>
    public void Press(long message, string data) => api.Post(api.PressUpdate(message, data, From(), Chat()));

    public long SendPhoto(byte[] bytes, string? caption = null) =>
        Post("message", new JsonObject { ["photo"] = new JsonArray(Size("s", bytes, 90), Size("l", bytes, 1280)), ["caption"] = caption });

    public long SendFile(string fileName, string type, byte[] bytes, string? caption = null)
    {
        var file = Keep("d", bytes);
        file["file_name"] = fileName;
        file["mime_type"] = type;
        return Post("message", new JsonObject { ["document"] = file, ["caption"] = caption });
    }

    public long SendSticker(string emoji) =>
        Post("message", new JsonObject { ["sticker"] = new JsonObject { ["file_id"] = "sticker", ["emoji"] = emoji } });

    /// <summary>Blocks the bot, or lets it in again.</summary>
    public void Block(bool blocks = true)
    {
        api.Block(id, blocks);
        api.Post(new JsonObject
        {
            ["my_chat_member"] = new JsonObject
            {
                ["chat"] = Chat(),
                ["from"] = From(),
                ["date"] = 1774080000,
                ["old_chat_member"] = new JsonObject { ["status"] = blocks ? "member" : "kicked" },
                ["new_chat_member"] = new JsonObject { ["status"] = blocks ? "kicked" : "member" },
            },
        });
    }

    private long Post(string kind, JsonObject message, long? number = null)
    {
        var messageId = number ?? api.NextMessageId();
        message["message_id"] = messageId;
        message["date"] = 1774080000;
        message["chat"] = Chat();
        message["from"] = From();
        foreach (var absent in message.Where(field => field.Value is null).Select(field => field.Key).ToArray()) message.Remove(absent);
        api.Post(new JsonObject { [kind] = message });
        return messageId;
    }

    private JsonObject Size(string size, byte[] bytes, int pixels)
    {
        var photo = Keep(size, bytes);
        photo["width"] = pixels;
        photo["height"] = pixels;
        return photo;
    }

    private JsonObject Keep(string kind, byte[] bytes)
    {
        var file = $"{kind}{id}-{api.NextMessageId()}";
        api.Files[file] = bytes;
        return new JsonObject { ["file_id"] = file, ["file_unique_id"] = file, ["file_size"] = bytes.Length };
    }

    private JsonObject From()
    {
        var from = new JsonObject { ["id"] = id, ["is_bot"] = false, ["first_name"] = name };
        if (username is not null) from["username"] = username;
        return from;
    }

    private JsonObject Chat()
    {
        var chat = From();
        chat.Remove("is_bot");
        chat["type"] = "private";
        return chat;
    }
}
