using Dialog.Storage.Bots;

namespace Dialog.AspNetCore.Accounts;

/// <summary>Who is signed in, to which bots they belong, and the token every change must carry.</summary>
/// <param name="Csrf">Send it back as the header X-CSRF with everything that is not a GET.</param>
/// <param name="User">The person; null when nobody is signed in.</param>
/// <param name="Bots">The person's bots.</param>
public sealed record SessionView(string Csrf, SessionUser? User, IReadOnlyList<BotOfMember> Bots);

/// <summary>A signed-in person.</summary>
/// <param name="Id">The account.</param>
/// <param name="Email">The address.</param>
/// <param name="Name">The name visitors see.</param>
/// <param name="Language"><c>fa</c> or <c>en</c>.</param>
public sealed record SessionUser(string Id, string Email, string Name, string Language);

/// <summary>An address and a password.</summary>
public sealed record SignInRequest(string? Email, string? Password);

/// <summary>What a new account needs; with an invitation's token the new person joins its bot as well.</summary>
public sealed record SignUpRequest(string? Email, string? Password, string? Name, string? Language, string? Invitation);

/// <summary>What a person changes of their own account; null leaves it.</summary>
public sealed record AccountChange(string? Name, string? Language);
