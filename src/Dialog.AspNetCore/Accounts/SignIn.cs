using System.ComponentModel.DataAnnotations;
using Dialog.AspNetCore.Languages;
using Dialog.AspNetCore.Problems;
using Dialog.AspNetCore.Security;
using Dialog.Storage;
using Dialog.Storage.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Dialog.AspNetCore.Accounts;

/// <summary>Makes accounts and signs people in and out.</summary>
internal sealed class SignIn(
    UserManager<Account> users, SignInManager<Account> manager, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    private static string? _nobodysHash;

    /// <summary>Checks an address and a password.</summary>
    /// <returns>Null when they are right and the person is signed in.</returns>
    public async Task<Refusal?> InAsync(HttpContext context, string email, string password)
    {
        var account = await users.FindByEmailAsync(email.Trim());
        if (account is null)
        {
            // An unknown address takes as long as a known one, so that nobody learns which exist.
            hasher.VerifyHashedPassword(new Account(), _nobodysHash ??= hasher.HashPassword(new Account(), RandomId.Secret()), password);
            return AccountProblems.WrongPassword.Refuse();
        }

        var result = await manager.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        if (result.IsLockedOut)
            return Locked(account);
        if (!result.Succeeded)
            return AccountProblems.WrongPassword.Refuse();

        await BeginSessionAsync(context, account);
        return null;
    }

    /// <summary>Makes an account and signs it in.</summary>
    /// <returns>The refusal, or the new account.</returns>
    public async Task<(Refusal? Refusal, Account? Account)> UpAsync(HttpContext context, string email, string password, string name, string language)
    {
        if (Check(email, password, name, language) is { } refusal)
            return (refusal, null);

        var account = new Account { Email = email.Trim(), Name = name.Trim(), Language = language, CreatedAt = Timestamp.Now(clock) };
        var created = await users.CreateAsync(account, password);
        if (!created.Succeeded)
            return (AccountProblems.EmailTaken.Refuse(), null);

        await BeginSessionAsync(context, account);
        return (null, account);
    }

    private async Task BeginSessionAsync(HttpContext context, Account account)
    {
        var person = await manager.CreateUserPrincipalAsync(account);
        await context.SignInAsync(DialogAuthentication.Scheme, person, new AuthenticationProperties { IsPersistent = true });
        context.User = person;
    }

    private Refusal Locked(Account account)
    {
        var left = account.LockedUntil!.Value.Value - clock.GetUtcNow();
        return new Refusal(AccountProblems.Locked, [(int)Math.Ceiling(left.TotalMinutes)])
        {
            RetryAfter = (int)Math.Ceiling(left.TotalSeconds),
        };
    }

    private static Refusal? Check(string email, string password, string name, string language)
    {
        if (string.IsNullOrWhiteSpace(email))
            return CommonProblems.Missing.Refuse(AccountProblems.Email);
        if (email.Length > Limits.EmailLength || !new EmailAddressAttribute().IsValid(email.Trim()))
            return AccountProblems.BadEmail.Refuse();
        if (password.Length < Limits.PasswordLength)
            return AccountProblems.ShortPassword.Refuse(Limits.PasswordLength);
        if (password.Length > Limits.LongestPassword)
            return CommonProblems.TooLong.Refuse(AccountProblems.Password, Limits.LongestPassword);
        if (!Language.IsKnown(language))
            return CommonProblems.UnknownLanguage.Refuse();
        return CheckName(name);
    }

    /// <summary>A person's name: something, and not too long.</summary>
    public static Refusal? CheckName(string name) =>
        string.IsNullOrWhiteSpace(name) ? CommonProblems.Missing.Refuse(AccountProblems.Name)
        : name.Length > Limits.NameLength ? CommonProblems.TooLong.Refuse(AccountProblems.Name, Limits.NameLength)
        : null;
}
