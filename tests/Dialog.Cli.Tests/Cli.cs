using System.CommandLine;
using System.Text;

namespace Dialog.Cli.Tests;

/// <summary>Runs the command line in this process and keeps what it said.</summary>
internal sealed class Cli : IDisposable
{
    public const string Train =
        "shipping\thow long does shipping take\nshipping\twhen does my order arrive\nshipping\tdelivery time please\n" +
        "refund\tI want my money back\nrefund\thow do refunds work\nrefund\tcan I return this\n" +
        "hours\twhen are you open\nhours\topening hours\nhours\tare you open on sunday\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("dialog-cli").FullName;

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public string File(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public int Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = Shell.Build().Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        Output = output.ToString();
        Error = error.ToString();
        return code;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
