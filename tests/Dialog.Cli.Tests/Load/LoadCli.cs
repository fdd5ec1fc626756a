namespace Dialog.Cli.Tests.Load;

internal static class LoadCli
{
    /// <summary>A run of a second: five visitors, six messages each.</summary>
    public static int Load(this Cli cli, string url, string bot, params string[] more) =>
        cli.Run(["load", "--url", url, "--bot", bot, "--connections", "5", "--rate", "30", "--seconds", "1", .. more]);
}
