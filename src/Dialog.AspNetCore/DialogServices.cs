using Dialog.AspNetCore.Attachments;
using Dialog.AspNetCore.Bots;
using Dialog.AspNetCore.Channels;
using Dialog.AspNetCore.Conversations;
using Dialog.AspNetCore.Digests;
using Dialog.AspNetCore.Feedback;
using Dialog.AspNetCore.Handoff;
using Dialog.AspNetCore.Knowledge;
using Dialog.AspNetCore.Metrics;
using Dialog.AspNetCore.Realtime;
using Dialog.AspNetCore.Security;
using Dialog.AspNetCore.Training;
using Dialog.AspNetCore.Web;
using Dialog.Storage;
using Dialog.Storage.Accounts;
using Dialog.Storage.Attachments;
using Dialog.Storage.Bots;
using Dialog.Storage.Channels;
using Dialog.Storage.Conversations;
using Dialog.Storage.Digests;
using Dialog.Storage.Feedback;
using Dialog.Storage.Keys;
using Dialog.Storage.Knowledge;
using Dialog.Storage.Sqlite;
using Dialog.Storage.Training;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Dialog.AspNetCore;

/// <summary>Adds Dialog to an app.</summary>
public static class DialogServices
{
    /// <summary>
    /// Adds all services of Dialog. Follow with <see cref="DialogRoutes.MapDialog"/>. The database is opened and the
    /// models are made ready before the app starts to listen.
    /// </summary>
    public static IServiceCollection AddDialog(this IServiceCollection services, Action<DialogOptions>? configure = null)
    {
        services.AddOptions<DialogOptions>().Configure(configure ?? (_ => { })).ValidateDataAnnotations();
        services.TryAddSingleton(TimeProvider.System);
        services.AddStorage();
        services.AddChannels();
        services.AddDigests();
        services.AddDialogAuthentication();
        services.AddDataProtection();
        services.AddSingleton<KeyRepository>();
        services.AddOptions<KeyManagementOptions>().PostConfigure<KeyRepository>((options, keys) => options.XmlRepository ??= keys);

        services.AddSingleton<LiveModels>();
        services.AddSingleton<TrainingService>();
        services.AddSingleton<KnowledgeEditor>();
        services.AddSingleton<ForeignShare>();
        services.AddSingleton<NegativeEditor>();
        services.AddSingleton<Feedbacks>();
        services.AddSingleton<AgentPresence>();
        services.AddSingleton<ConversationService>();
        services.AddSingleton<ConversationDesk>();
        services.AddSingleton<BurstTimer>();
        services.AddSingleton<AttachmentFiles>();
        services.AddSingleton<Audience>();
        services.AddSingleton<MessageLimiter>();
        services.AddSingleton<PrometheusText>();
        services.AddSingleton<WebAssets>();
        services.AddSignalR();
        services.AddConnections<ChatHub>();
        services.AddConnections<DeskHub>();
        services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Dialog";
            document.Info.Description = "Changes carry the session's csrf token in the header X-CSRF. Refusals are problem details with a stable type.";
            return Task.CompletedTask;
        }));
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [DatabaseHealth.Tag]);

        services.AddHostedService<DialogStartup>();
        services.AddHostedService(provider => provider.GetRequiredService<TrainingService>());
        services.AddHostedService<FeedPump>();
        services.AddHostedService<WaitingRoom>();
        services.AddHostedService(provider => provider.GetRequiredService<BurstTimer>());
        services.AddHostedService(provider => provider.GetRequiredService<AttachmentFiles>());
        services.AddHostedService(provider => provider.GetRequiredService<ChannelService>());
        services.AddHostedService(provider => provider.GetRequiredService<DigestService>());
        services.AddHostedService<Farewell>();
        return services;
    }

    private static void AddConnections<THub>(this IServiceCollection services)
        where THub : Hub
    {
        services.AddSingleton<Connections<THub>>();
        services.AddSingleton<HubLifetimeManager<THub>>(provider => provider.GetRequiredService<Connections<THub>>());
        services.AddSingleton<IConnections>(provider => provider.GetRequiredService<Connections<THub>>());
    }

    private static void AddChannels(this IServiceCollection services)
    {
        services.AddSingleton<ChannelSecrets>();
        services.AddSingleton<ChannelClients>();
        services.AddSingleton<RunningChannels>();
        services.AddSingleton<IAttachmentSource, ChannelFiles>();
        services.AddSingleton<ChannelPushes>();
        services.AddSingleton<UpdateHandler>();
        services.AddSingleton<ChannelParts>();
        services.AddSingleton<Introduction>();
        services.AddSingleton<ChannelService>();
        services.AddSingleton<ChannelDesk>();
        services.AddSingleton<CarryOver>();
        services.AddSingleton<IStartWord>(provider => provider.GetRequiredService<CarryOver>());
    }

    private static void AddDigests(this IServiceCollection services)
    {
        services.AddSingleton<DigestReading>();
        services.AddSingleton<DigestPost>();
        services.AddSingleton<DigestService>();
        services.AddSingleton<IStartWord, DigestSubscription>();
        services.AddSingleton<IUpdateTaker, DigestTeaching>();
    }

    private static void AddStorage(this IServiceCollection services)
    {
        services.AddSingleton<Database>(provider => new SqliteDatabase(provider.GetRequiredService<IOptions<DialogOptions>>().Value.DataFolder));
        services.AddSingleton<ConversationFeed>();
        services.AddSingleton<ConversationLog>();
        services.AddSingleton<ConversationStore>();
        services.AddSingleton<ConversationLinkStore>();
        services.AddSingleton<AttachmentStore>();
        services.AddSingleton<AccountStore>();
        services.AddSingleton<BotStore>();
        services.AddSingleton<MemberStore>();
        services.AddSingleton<KnowledgeStore>();
        services.AddSingleton<FeedbackStore>();
        services.AddSingleton<ModelStore>();
        services.AddSingleton<KeyStore>();
        services.AddSingleton<ChannelStore>();
        services.AddSingleton<UpdateStore>();
        services.AddSingleton<ChatStore>();
        services.AddSingleton<DeliveryStore>();
        services.AddSingleton<DigestStore>();
        services.AddSingleton<QuestionStore>();
        services.AddSingleton<FigureStore>();
        services.AddSingleton<StarterBots>();
    }
}
