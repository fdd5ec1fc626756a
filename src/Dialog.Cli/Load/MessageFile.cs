using System.Text;

namespace Dialog.Cli.Load;

/// <summary>A file of what visitors say, a message a line.</summary>
internal static class MessageFile
{
    private const long LargestFile = 20_000_000;
    private const int LongestMessage = 4_000;

    public static IReadOnlyList<string> Read(FileInfo file)
    {
        if (!file.Exists)
            throw new InputException($"{file.FullName}: there is no such file.");
        if (file.Length > LargestFile)
            throw new InputException($"{file.Name}: the file is larger than {LargestFile / 1_000_000} MB.");

        var messages = Lines(file).Select(line => line.Trim()).ToArray();
        for (var row = 0; row < messages.Length; row++)
        {
            if (messages[row].Length > LongestMessage)
                throw new InputException($"{file.Name}, row {row + 1}: the message is longer than {LongestMessage} characters.");
        }

        return messages.Any(message => message.Length > 0)
            ? [.. messages.Where(message => message.Length > 0)]
            : throw new InputException($"{file.Name}: the file is empty; it needs a message a line.");
    }

    private static string[] Lines(FileInfo file)
    {
        try
        {
            return File.ReadAllLines(file.FullName, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            throw new InputException($"{file.Name}: the file is not UTF-8; save it as UTF-8.");
        }
    }
}
