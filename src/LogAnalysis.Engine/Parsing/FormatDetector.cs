using LogAnalysis.Fields;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>Tells in which format a line begins an entry. Its memory is the columns that the log has declared.</summary>
/// <param name="forced">The format that was asked for; null for any.</param>
/// <param name="columns">The columns that are known beforehand.</param>
internal sealed class FormatDetector(LogFormat? forced, ColumnLayout? columns)
{
    private readonly TableState _table = new(columns);

    /// <summary>The columns that the log has declared; null if it has not.</summary>
    public ColumnLayout? Columns => _table.Columns;

    /// <summary>Whether nothing but the columns is remembered.</summary>
    public bool IsStateless => _table.IsStateless;

    /// <summary>Whether only the built-in formats count, and no columns.</summary>
    public bool IsPlain => forced is null && Columns is null && LogFormats.Registered.IsEmpty;

    /// <summary>Whether a line begins an entry after any other line, as long as that declares no other columns.</summary>
    public bool StartsEntry(ReadOnlySpan<byte> line)
    {
        LineFields fields = default;
        if (line.IsEmpty || line[0] == '#' || ColumnDeclaration.ReadHeader(line) is not null)
        {
            return false;
        }

        bool isEntry = forced is null ? DetectStructured(line, ref fields) is not null
            : forced != LogFormats.Text && TryParseForced(line, ref fields);
        return isEntry && !fields.ContinuesEntry && !fields.LevelFollows;
    }

    /// <summary>The format of the entry that a line begins; null if it continues the one before it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="entry">The entry before it.</param>
    /// <param name="fields">Receives the fields of the line.</param>
    public LogFormat? Detect(ReadOnlySpan<byte> line, EntryState entry, ref LineFields fields)
    {
        if (_table.ContinuesRow(line) || line.IsEmpty || _table.IsDirective(line, entry.Format))
        {
            return null;
        }

        LogFormat? format = DetectEntry(line, entry, ref fields);
        _table.Begin(format, in fields);
        return format;
    }

    private LogFormat? DetectEntry(ReadOnlySpan<byte> line, EntryState entry, ref LineFields fields)
    {
        if (forced is not null)
        {
            return DetectForced(line, entry, ref fields);
        }

        if (DetectStructured(line, ref fields) is LogFormat structured)
        {
            return fields.ContinuesEntry && entry.Format is not null ? null : structured;
        }

        if (entry.Continues(line))
        {
            return RevealsError(line, entry, ref fields) ? PowerShellFormat.Instance : null;
        }

        return EmbeddedEntry.TryFindJson(line, ref fields) ? JsonFormat.Instance
            : PowerShellFormat.Instance.TryParse(line, ref fields) ? PowerShellFormat.Instance
            : LogFormats.Text.TryParse(line, ref fields) ? LogFormats.Text
            : null;
    }

    /// <summary>
    /// Whether a line that would continue an entry is of an error record whose beginning was not recognised: <c>throw</c> shows nothing but a text.
    /// </summary>
    private static bool RevealsError(ReadOnlySpan<byte> line, EntryState entry, ref LineFields fields)
    {
        bool reveals = line[0] == ' ' && entry.Level < LogLevel.Warning && PowerShellError.IsCategoryInfo(line);
        if (reveals)
        {
            fields = new LineFields { HasLevel = true, Level = LogLevel.Error, Message = new ByteRange(0, line.Length) };
        }

        return reveals;
    }

    /// <summary>The format of a line that has a shape of its own; null if it has none.</summary>
    public LogFormat? DetectStructured(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line.IsEmpty)
        {
            return null;
        }

        if (_table.TryParse(line, ref fields))
        {
            return EmbeddedEntry.Unwrap(line, Columns!.Format, ref fields);
        }

        foreach (UserFormat format in LogFormats.Registered)
        {
            if (format.TryParse(line, ref fields))
            {
                return format;
            }
        }

        foreach (LogFormat format in LogFormats.BeginningWith(line[0]))
        {
            if (format.TryParse(line, ref fields))
            {
                return EmbeddedEntry.Unwrap(line, format, ref fields);
            }
        }

        return null;
    }

    /// <summary>Lines that are not of the format that was asked for belong to the entry before, if there is one.</summary>
    private LogFormat? DetectForced(ReadOnlySpan<byte> line, EntryState entry, ref LineFields fields)
    {
        LogFormat? before = entry.Format;
        if (forced == LogFormats.Text)
        {
            return DetectText(line, entry, ref fields);
        }

        if (TryParseForced(line, ref fields))
        {
            return fields.ContinuesEntry && before is not null ? null : forced;
        }

        bool standsAlone = before is null || before == LogFormats.Text || forced!.Continuation == ContinuationRule.None;
        return standsAlone ? DetectText(line, entry, ref fields) : null;
    }

    private bool TryParseForced(ReadOnlySpan<byte> line, ref LineFields fields) =>
        Columns is not null && forced == Columns.Format ? _table.TryParse(line, ref fields) : forced!.TryParse(line, ref fields);

    private static LogFormat? DetectText(ReadOnlySpan<byte> line, EntryState entry, ref LineFields fields) =>
        !entry.Continues(line) && LogFormats.Text.TryParse(line, ref fields) ? LogFormats.Text : null;
}
