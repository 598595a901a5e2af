namespace LogAnalysis.Files;

/// <summary>Another process has a file open for itself alone.</summary>
/// <param name="message">What the system says.</param>
/// <param name="owner">The number of the user to whom the file belongs, where that is another one.</param>
internal sealed class FileHeldException(string message, uint? owner) : IOException(message)
{
    /// <summary>The number of the user to whom the file belongs, where that is known and another one.</summary>
    public uint? Owner { get; } = owner;
}
