using Dialog.AspNetCore.Accounts;
using Dialog.AspNetCore.Attachments;
using Dialog.AspNetCore.Bots;
using Dialog.AspNetCore.Channels;
using Dialog.AspNetCore.Digests;
using Dialog.AspNetCore.Feedback;
using Dialog.AspNetCore.Knowledge;
using Dialog.AspNetCore.Metrics;
using Dialog.AspNetCore.Realtime;
using Dialog.AspNetCore.Security;
using Dialog.AspNetCore.Training;
using Dialog.AspNetCore.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dialog.AspNetCore;

/// <summary>Maps Dialog into an app.</summary>
public static class DialogRoutes
{
    /// <summary>
    /// Maps everything Dialog serves: <c>/widget.js</c>, <c>/console/</c>, <c>/api</c>, <c>/hubs/chat</c>,
    /// <c>/hubs/desk</c>, <c>/health/live</c>, <c>/health/ready</c>, <c>/openapi/v1.json</c>.
    /// </summary>
    /// <param name="app">The app.</param>
    /// <param name="prefix">Where to mount it, such as <c>/support</c>; empty for the root.</param>
    public static IEndpointConventionBuilder MapDialog(this IEndpointRouteBuilder app, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(prefix);
        var mount = app.MapGroup(prefix);
        mount.WithMetadata(new Mount(prefix.TrimEnd('/')));

        var api = mount.MapGroup("/api").WithMetadata(new RequestSizeLimitAttribute(Limits.RequestBytes));
        var bot = api.MapGroup("/bots/{bot}");
        bot.GuardMembers();
        api.GuardApi();
        api.Tagged("accounts").MapAccounts();
        api.Tagged("bots").MapBots(bot.Tagged("bots"));
        api.Tagged("team").MapTeam(bot.Tagged("team"));
        bot.Tagged("knowledge").MapKnowledge();
        bot.Tagged("knowledge").MapNegatives();
        bot.Tagged("feedback").MapFeedback();
        bot.Tagged("training").MapTraining();
        bot.Tagged("files").MapAttachments();
        bot.Tagged("channels").MapChannels();
        bot.Tagged("digest").MapDigest();

        mount.MapHub<ChatHub>("/hubs/chat").GuardOrigin();
        mount.MapHub<DeskHub>("/hubs/desk").GuardOrigin()
            .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = DialogAuthentication.Scheme });

        mount.MapVisitorsFiles();
        mount.MapHooks();
        mount.MapWeb();
        mount.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        mount.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(DatabaseHealth.Tag),
            ResponseWriter = DatabaseHealth.WriteAsync,
        });
        if (app.ServiceProvider.GetRequiredService<IOptions<DialogOptions>>().Value.Metrics)
            mount.MapMetrics();
        mount.MapOpenApi("/openapi/{documentName}.json");
        return mount;
    }

    private static RouteGroupBuilder Tagged(this RouteGroupBuilder routes, string tag) => routes.MapGroup("").WithTags(tag);
}
