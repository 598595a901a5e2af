namespace LogAnalysis.Reading;

/// <summary>Ignores progress.</summary>
internal sealed class NoProgress : IReadProgress
{
    public static readonly NoProgress Instance = new();

    /// <inheritdoc/>
    public void Report(string path, long position, long length)
    {
    }
}
