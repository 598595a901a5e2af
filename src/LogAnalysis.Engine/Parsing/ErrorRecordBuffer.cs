using LogAnalysis.Fields;
using LogAnalysis.Formats;

namespace LogAnalysis.Parsing;

/// <summary>
/// Lines that may be the beginning of an error record of PowerShell: only a later line shows whether they are. Otherwise they are what they were
/// taken for.
/// </summary>
internal sealed class ErrorRecordBuffer
{
    /// <summary>Messages may have several lines, and are wrapped.</summary>
    private const int MaxLines = 24;

    private readonly List<BufferedLine> _lines = [];

    /// <summary>Where the first line begins that is to be passed on; null if there is none.</summary>
    public long? Offset => _lines.Find(line => line.Place.IsPassedOn)?.Place.Offset;

    /// <summary>Whether nothing is kept.</summary>
    public bool IsEmpty => _lines.Count == 0;

    /// <summary>Whether the first line of a record can be of a format: of no other one, or below an entry that is no error itself.</summary>
    public static bool MayBeOf(LogFormat found, LogLevel level, bool isContinuation) =>
        isContinuation ? level < LogLevel.Warning : found.IsFallback || found == PowerShellFormat.Instance;

    /// <summary>Whether a line may be the first of a record.</summary>
    public static bool MayBegin(ReadOnlySpan<byte> line, LogFormat found, LogLevel level, bool isContinuation) =>
        MayBeOf(found, level, isContinuation) && PowerShellError.MayBegin(line);

    /// <summary>Whether the line shows that those before it are a record.</summary>
    public bool IsProvedBy(ReadOnlySpan<byte> line) =>
        PowerShellError.IsCategoryInfo(line) || (_lines.Count == 1 && PowerShellError.IsLineHeading(line));

    /// <summary>Whether the record may go on with a line.</summary>
    public bool MayGoOn(ReadOnlySpan<byte> line, LogFormat found, bool isContinuation) =>
        _lines.Count < MaxLines && (isContinuation || found.IsFallback || found == PowerShellFormat.Instance)
        && line.ContainsAnyExcept((byte)' ', (byte)'\t') && !PowerShellError.MayBegin(line);

    /// <summary>Keeps a line.</summary>
    public void Add(BufferedLine line) => _lines.Add(line);

    /// <summary>Gives the lines away.</summary>
    public List<BufferedLine> Take()
    {
        List<BufferedLine> lines = [.. _lines];
        _lines.Clear();
        return lines;
    }
}
