using Dialog.Storage.Attachments;
using Dialog.Storage.Channels;
using Dialog.Storage.Conversations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dialog.AspNetCore.Channels;

/// <summary>What every running channel works with.</summary>
internal sealed record ChannelParts(
    ChannelStore Channels, UpdateStore Updates, ChatStore Chats, DeliveryStore Deliveries, AttachmentStore Files, ConversationLog Log,
    UpdateHandler Handler, ChannelPushes Pushes, IOptions<DialogOptions> Options, TimeProvider Clock, ILogger<ChannelService> Logger);
