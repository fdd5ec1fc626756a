namespace Dialog.Matching;

/// <summary>A model file cannot be used: it is damaged, cut short, not a model at all, or of another version.</summary>
public sealed class ModelFormatException : Exception
{
    public ModelFormatException()
        : this("This is not a model of this version.")
    {
    }

    public ModelFormatException(string message)
        : base(message)
    {
    }

    public ModelFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
