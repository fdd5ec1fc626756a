using Dialog.Storage;
using Dialog.Storage.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dialog.AspNetCore.Accounts;

/// <summary>Identity's user manager with a lockout that goes by the injected clock; the framework's goes by the machine's.</summary>
internal sealed class AccountManager(
    IUserStore<Account> store, IOptions<IdentityOptions> options, IPasswordHasher<Account> hasher,
    IEnumerable<IUserValidator<Account>> userValidators, IEnumerable<IPasswordValidator<Account>> passwordValidators,
    ILookupNormalizer normalizer, IdentityErrorDescriber errors, IServiceProvider services,
    ILogger<UserManager<Account>> logger, TimeProvider clock)
    : UserManager<Account>(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, logger)
{
    public override Task<bool> IsLockedOutAsync(Account user) =>
        Task.FromResult(user.LockedUntil is { } until && until > Timestamp.Now(clock));

    public override Task<IdentityResult> AccessFailedAsync(Account user)
    {
        user.FailedSignIns++;
        if (user.FailedSignIns >= Options.Lockout.MaxFailedAccessAttempts)
        {
            user.LockedUntil = Timestamp.From(clock.GetUtcNow() + Options.Lockout.DefaultLockoutTimeSpan);
            user.FailedSignIns = 0;
        }

        return UpdateUserAsync(user);
    }
}
