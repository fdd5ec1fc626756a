using Dialog.AspNetCore.Accounts;
using Dialog.AspNetCore.Problems;
using Dialog.Storage.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Dialog.AspNetCore.Security;

/// <summary>
/// Sign-in by cookie under a scheme of our own, so that an app that hosts Dialog keeps its own sign-in untouched.
/// </summary>
internal static class DialogAuthentication
{
    public const string Scheme = "Dialog";

    /// <summary>Rounds of PBKDF2-HMAC-SHA512; OWASP asks for 210,000 with SHA-512 and 600,000 with SHA-256.</summary>
    public const int HashRounds = 600_000;

    public static void AddDialogAuthentication(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddAntiforgery();
        services.AddAuthorization();
        services.AddAuthentication().AddCookie(Scheme, Configure);
        services.AddIdentityCore<Account>(options =>
            {
                options.Password.RequiredLength = Limits.PasswordLength;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
                options.Lockout.MaxFailedAccessAttempts = Limits.WrongPasswords;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddUserManager<AccountManager>()
            .AddUserStore<AccountUserStore>()
            .AddSignInManager();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashRounds);
        services.AddScoped<SignIn>();
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "Dialog";
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CookieManager = new HostPrefixedCookies();
        options.ExpireTimeSpan = TimeSpan.FromDays(14);
        options.SlidingExpiration = true;
        options.Events.OnRedirectToLogin = context => CommonProblems.SignedOut.Refuse().ExecuteAsync(context.HttpContext);
        options.Events.OnRedirectToAccessDenied = context => CommonProblems.NotFound.Refuse().ExecuteAsync(context.HttpContext);
    }
}
