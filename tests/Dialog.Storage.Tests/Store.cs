using Dialog.Storage.Accounts;
using Dialog.Storage.Attachments;
using Dialog.Storage.Bots;
using Dialog.Storage.Channels;
using Dialog.Storage.Conversations;
using Dialog.Storage.Feedback;
using Dialog.Storage.Knowledge;
using Dialog.Storage.Sqlite;
using Dialog.Storage.Training;
using Dialog.Tests;

namespace Dialog.Storage.Tests;

/// <summary>A fresh database with all stores over it.</summary>
internal sealed class Store : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private Store()
    {
        Database = new SqliteDatabase(_folder.Path);
        Log = new ConversationLog(Database, Feed, Clock);
        Conversations = new ConversationStore(Database, Clock);
        Bots = new BotStore(Database);
        Members = new MemberStore(Database, Clock);
        Accounts = new AccountStore(Database);
        Knowledge = new KnowledgeStore(Database, Clock);
        Models = new ModelStore(Database);
        Links = new ConversationLinkStore(Database, Clock);
        Channels = new ChannelStore(Database);
        Chats = new ChatStore(Database, Clock);
        Attachments = new AttachmentStore(Database);
        Feedback = new FeedbackStore(Database, Clock);
    }

    public ManualClock Clock { get; } = new();

    public Database Database { get; }

    public ConversationFeed Feed { get; } = new();

    public ConversationLog Log { get; }

    public ConversationStore Conversations { get; }

    public BotStore Bots { get; }

    public MemberStore Members { get; }

    public AccountStore Accounts { get; }

    public KnowledgeStore Knowledge { get; }

    public ModelStore Models { get; }

    public ConversationLinkStore Links { get; }

    public AttachmentStore Attachments { get; }

    public FeedbackStore Feedback { get; }

    public ChannelStore Channels { get; }

    public ChatStore Chats { get; }

    public static async Task<Store> OpenAsync()
    {
        var store = new Store();
        await store.Database.OpenAsync();
        return store;
    }

    public async Task<Bot> AddBotAsync(string? owner = null)
    {
        var bot = new Bot { Name = "Shop", CreatedAt = Timestamp.Now(Clock) };
        await Bots.AddAsync(bot, owner);
        return bot;
    }

    public async Task<Account> AddAccountAsync(string email)
    {
        var account = new Account { Email = email, EmailKey = email.ToUpperInvariant(), Name = email, CreatedAt = Timestamp.Now(Clock) };
        await Accounts.AddAsync(account);
        return account;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder.Dispose();
    }
}
