using LogAnalysis.Formats;
using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>Tells which lines, of those that are no entry by themselves, have elements that are.</summary>
internal sealed class ElementLines
{
    /// <summary>How many elements of a line are looked at for one that is an entry.</summary>
    private const int MaxTried = 8;

    private readonly JsonScanner _json = new();
    private readonly XmlScanner _xml = new();
    private readonly CmTraceScanner _cmTrace = new();
    private readonly ConfigManagerScanner _configManager = new();

    /// <summary>Whether a line has nothing but what is around elements: it belongs to the log rather than to an entry.</summary>
    public bool IsFrame(ReadOnlySpan<byte> line) => ScannerOf(line) is ElementScanner scanner && scanner.SkipFrame(line, afterElement: true) == line.Length;

    /// <summary>Whether the entries of a format are elements.</summary>
    public static bool IsElementFormat(LogFormat format) => format == JsonFormat.Instance || format == CmTraceFormat.Instance || format is XmlFormat;

    /// <summary>The scanner for the elements that a line has or begins, if they are entries; null otherwise.</summary>
    /// <param name="line">The line, which begins no entry by itself.</param>
    /// <param name="before">The format of the entries before it; null if there are none.</param>
    /// <param name="stopsAtBatch">Whether an element that may hold others is known to be no entry itself.</param>
    /// <param name="end">Receives where the last element ends that is complete.</param>
    public ElementScanner? Find(ReadOnlySpan<byte> line, LogFormat? before, bool stopsAtBatch, out int end)
    {
        end = 0;
        ElementScanner? scanner = ScannerOf(line) ?? (before == ConfigManagerFormat.Instance ? _configManager : null);
        if (scanner is null)
        {
            return null;
        }

        var pieces = new ElementPieces(scanner, line, stopsAtBatch);
        return HasEntries(ref pieces, scanner, line, before, ref end) ? scanner : null;
    }

    /// <summary>
    /// Whether an element is an entry. Applications print JSON too, as part of what they log: after other entries it has to have what an entry has.
    /// </summary>
    /// <param name="fields">The element's fields.</param>
    /// <param name="format">Its format.</param>
    /// <param name="before">The format of the entries before it; null if there are none.</param>
    public static bool IsEntry(in LineFields fields, LogFormat format, LogFormat? before) =>
        format != JsonFormat.Instance || before is null || before == format || (fields.HasLevel && !fields.Timestamp.IsEmpty);

    private static bool HasEntries(ref ElementPieces pieces, ElementScanner scanner, ReadOnlySpan<byte> line, LogFormat? before, ref int end)
    {
        bool found = false;
        int tried = 0;
        while (pieces.MoveNext())
        {
            if (pieces.Progress != ElementProgress.Complete)
            {
                return found || (tried == 0 && pieces.Progress == ElementProgress.Incomplete && MayBegin(scanner, before));
            }

            LineFields fields = default;
            ReadOnlySpan<byte> element = pieces.Current.Of(line);
            found = found || (tried++ < MaxTried && scanner.Format.TryParse(element, ref fields) && IsEntry(in fields, scanner.Format, before));
            end = pieces.Current.End;
        }

        return !pieces.IsForeign && (found || (tried == 0 && pieces.HasBatch));
    }

    /// <summary>Whether an object over several lines may be an entry after one that takes up all that is none.</summary>
    private static bool MayBegin(ElementScanner scanner, LogFormat? before) =>
        scanner.Format != JsonFormat.Instance || before is null || before.Continuation != ContinuationRule.Everything;

    private ElementScanner? ScannerOf(ReadOnlySpan<byte> line)
    {
        int start = line.IndexOfAnyExcept(" \t"u8);
        return start < 0 ? null : line[start] switch
        {
            (byte)'{' or (byte)'[' or (byte)']' or (byte)'}' or (byte)',' => _json,
            (byte)'<' => line[start..].StartsWith(CmTraceFormat.Beginning) ? _cmTrace : _xml,
            _ => null,
        };
    }
}
