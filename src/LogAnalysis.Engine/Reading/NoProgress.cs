namespace LogAnalysis.Reading;

/// <summary>For readers whose progress nobody watches.</summary>
internal sealed class NoProgress : IReadProgress
{
    public static readonly NoProgress Instance = new();

    /// <inheritdoc/>
    public void Report(string path, long position, long length)
    {
    }
}
