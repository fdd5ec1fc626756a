namespace Dialog.Storage;

/// <summary>A newer version of Dialog has upgraded this database; this version must not touch it.</summary>
public sealed class DatabaseTooNewException(string place, int found, int known)
    : Exception($"The database {place} has version {found}, this program knows versions up to {known}.")
{
    /// <summary>Where the database lies.</summary>
    public string Place { get; } = place;

    /// <summary>The version found in the database.</summary>
    public int Found { get; } = found;

    /// <summary>The newest version this program knows.</summary>
    public int Known { get; } = known;
}

/// <summary>The database cannot be opened, read or written: the folder is not writable, the disk is full, it is in use.</summary>
public sealed class DatabaseUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
