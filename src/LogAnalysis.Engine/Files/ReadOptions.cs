using System.Text;

namespace LogAnalysis.Files;

/// <summary>How files are read.</summary>
internal record ReadOptions
{
    /// <summary>Encoding and format are detected.</summary>
    public static readonly ReadOptions Default = new();

    /// <summary>The encoding of files without a byte order mark; null to detect it.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>The format of all lines; null to detect it.</summary>
    public LogFormat? Format { get; init; }

    /// <summary>The zone of times that state none; null for that of this machine.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>The span of time that is wanted, where nothing else of the file is asked for; null for everything.</summary>
    public SearchedSpan? Within { get; init; }

    /// <summary>Opens a file that is read once, by its full path. Tests make files fail here.</summary>
    public Func<string, LogContent> Open { get; init; } = LogContent.Open;
}
