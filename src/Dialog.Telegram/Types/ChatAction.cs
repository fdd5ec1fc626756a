namespace Dialog.Telegram;

/// <summary>What the bot seems to be doing; shown for 5 s or until its next message.</summary>
public enum ChatAction
{
    /// <summary>Writes a text.</summary>
    Typing,

    /// <summary>Sends a photo.</summary>
    UploadPhoto,

    /// <summary>Sends a file.</summary>
    UploadDocument,
}
