namespace Dialog.Telegram;

/// <summary>
/// A file to send. The stream is read from where it stands and stays open; only one that can seek can be sent again
/// after the messenger has asked for a pause.
/// </summary>
/// <param name="Name">What people see, such as <c>فاکتور.pdf</c>.</param>
/// <param name="Content">The bytes.</param>
/// <param name="MediaType">Such as <c>application/pdf</c>; unknown by default.</param>
public sealed record OutgoingFile(string Name, Stream Content, string MediaType = "application/octet-stream");
