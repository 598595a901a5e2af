using System.Text;

namespace LogAnalysis.Files;

/// <summary>How files are read.</summary>
internal record ReadOptions
{
    /// <summary>What files are read as unless they say otherwise: without a mark as UTF-8, or UTF-16 where NUL bytes show it.</summary>
    public static readonly ReadOptions Default = new();

    /// <summary>The encoding of files without a byte order mark; null to find it out.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>The format of all lines; null to recognise it.</summary>
    public LogFormat? Format { get; init; }

    /// <summary>Opens a file that is read once, by its full path.</summary>
    public Func<string, LogFileBytes> Open { get; init; } = path => new LogFileBytes(path);
}
