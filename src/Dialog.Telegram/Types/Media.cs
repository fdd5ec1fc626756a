namespace Dialog.Telegram;

/// <summary>A photo in one size.</summary>
public sealed record PhotoSize
{
    /// <summary>What <see cref="BotClient.GetFileAsync"/> takes; of use to this bot only.</summary>
    public required string FileId { get; init; }

    /// <summary>The same for every bot and for ever; can't be fetched by.</summary>
    public string FileUniqueId { get => field ?? ""; init; }

    /// <summary>In pixels.</summary>
    public int Width { get; init; }

    /// <summary>In pixels.</summary>
    public int Height { get; init; }

    /// <summary>In bytes.</summary>
    public long? FileSize { get; init; }
}

/// <summary>A file that came in a message.</summary>
public sealed record MediaFile
{
    /// <summary>What <see cref="BotClient.GetFileAsync"/> takes; of use to this bot only.</summary>
    public required string FileId { get; init; }

    /// <summary>The same for every bot and for ever; can't be fetched by.</summary>
    public string FileUniqueId { get => field ?? ""; init; }

    /// <summary>What the sender called it. Anybody may have written it: never use it as a path.</summary>
    public string? FileName { get; init; }

    /// <summary>What the sender says it is.</summary>
    public string? MimeType { get; init; }

    /// <summary>In bytes.</summary>
    public long? FileSize { get; init; }

    /// <summary>Of sound and video, in seconds.</summary>
    public int? Duration { get; init; }
}

/// <summary>A sticker.</summary>
public sealed record Sticker
{
    /// <summary>What <see cref="BotClient.GetFileAsync"/> takes; of use to this bot only.</summary>
    public required string FileId { get; init; }

    /// <summary>The emoji it stands for.</summary>
    public string? Emoji { get; init; }
}

/// <summary>A point on the map, in degrees.</summary>
public sealed record Location(double Latitude, double Longitude);

/// <summary>A shared phone number.</summary>
public sealed record Contact
{
    /// <summary>The number as the messenger writes it.</summary>
    public string PhoneNumber { get => field ?? ""; init; }

    /// <summary>The first name.</summary>
    public string FirstName { get => field ?? ""; init; }

    /// <summary>The last name.</summary>
    public string? LastName { get; init; }

    /// <summary>Whose it is; the same as the sender's id when people share their own.</summary>
    public long? UserId { get; init; }
}

/// <summary>A file ready to be fetched, for at least an hour.</summary>
public sealed record BotFile
{
    /// <summary>The id it was asked for with.</summary>
    public required string FileId { get; init; }

    /// <summary>The same for every bot and for ever.</summary>
    public string FileUniqueId { get => field ?? ""; init; }

    /// <summary>In bytes, where known.</summary>
    public long? FileSize { get; init; }

    /// <summary>Where <see cref="BotClient.DownloadAsync"/> finds it.</summary>
    public string? FilePath { get; init; }
}

/// <summary>A person's or bot's pictures, newest first, each in several sizes, the largest last.</summary>
public sealed record UserProfilePhotos
{
    /// <summary>How many there are altogether.</summary>
    public int TotalCount { get; init; }

    /// <summary>Those asked for.</summary>
    public IReadOnlyList<IReadOnlyList<PhotoSize>> Photos { get => field ?? []; init; }
}
