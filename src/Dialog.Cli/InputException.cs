namespace Dialog.Cli;

/// <summary>Something is wrong with what the user gave; the message says what and where, in one sentence.</summary>
internal sealed class InputException(string message) : Exception(message);
