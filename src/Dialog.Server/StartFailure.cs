using System.Net.Sockets;
using Dialog.Storage;
using Microsoft.AspNetCore.Connections;

namespace Dialog.Server;

/// <summary>Runs the app, or says in one sentence why it cannot start and what to do.</summary>
internal static class StartFailure
{
    public static async Task<int> RunOrExplainAsync(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception error) when (Explain(error, app) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            await app.DisposeAsync();
            return 1;
        }

        PrintAddresses(app);
        await app.WaitForShutdownAsync();
        await app.DisposeAsync();
        return 0;
    }

    private static string? Explain(Exception error, WebApplication app) => error switch
    {
        DatabaseTooNewException tooNew =>
            $"Dialog cannot start: the database {tooNew.Place} was written by a newer version of Dialog ({tooNew.Found}, this one knows {tooNew.Known}). Start that version, or set DIALOG_DATA to another folder.",
        DatabaseUnavailableException unavailable =>
            $"Dialog cannot start: {unavailable.Message.TrimEnd('.')}. Make the folder writable, or set DIALOG_DATA to another one.",
        IOException { InnerException: AddressInUseException } =>
            $"Dialog cannot start: another program listens on {Addresses(app)}. Stop it, or set ASPNETCORE_URLS to a free address such as http://localhost:5081.",
        IOException or SocketException =>
            $"Dialog cannot start: it may not listen on {Addresses(app)} ({error.Message.TrimEnd('.')}). Set ASPNETCORE_URLS to another address.",
        _ => null,
    };

    private static string Addresses(WebApplication app) =>
        app.Configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } urls ? urls : string.Join(", ", app.Urls);

    private static void PrintAddresses(WebApplication app)
    {
        Console.WriteLine("Dialog is ready.");
        foreach (var address in app.Urls.Select(url => url.TrimEnd('/')))
        {
            Console.WriteLine($"  Demo page  {address}/");
            Console.WriteLine($"  Console    {address}/console/");
        }
    }
}
