namespace LogAnalysis.Files;

/// <summary>
/// The span of time that is wanted of large files, so that what is before and after it need not be read: of a plain file whose times are in order,
/// its place is found by searching.
/// </summary>
/// <param name="Since">Its beginning, inclusive; null for none.</param>
/// <param name="Until">Its end, exclusive; null for none.</param>
internal sealed record SearchedSpan(DateTimeOffset? Since, DateTimeOffset? Until)
{
    /// <summary>Files are as long as this at least, in bytes: shorter ones are read sooner than searched.</summary>
    public long MinLength { get; init; } = 32 << 20;

    /// <summary>How far the samples are apart that show whether times are in order, in bytes; more where there would be too many.</summary>
    public int Spacing { get; init; } = 4 << 20;

    /// <summary>How long a sample is, in bytes.</summary>
    public int SampleLength { get; init; } = 8 << 10;

    /// <summary>How much of the beginning is always read, in bytes: there a log shows what it is.</summary>
    public int HeadLength { get; init; } = 64 << 10;
}
