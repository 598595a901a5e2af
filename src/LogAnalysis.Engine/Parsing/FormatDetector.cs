using LogAnalysis.Fields;
using LogAnalysis.Formats;
using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>Tells in which format a line begins an entry. Its memory is the columns that the log has declared.</summary>
/// <param name="forced">The format that was asked for; null for any.</param>
/// <param name="columns">The columns that are known beforehand.</param>
internal sealed class FormatDetector(LogFormat? forced, ColumnLayout? columns)
{
    /// <summary>The columns that the log has declared; null if it has not.</summary>
    public ColumnLayout? Columns { get; private set; } = columns;

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
        if (line.IsEmpty || IsDirective(line, entry.Format))
        {
            return null;
        }

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
            return null;
        }

        return EmbeddedEntry.TryFindJson(line, ref fields) ? JsonFormat.Instance
            : LogFormats.Text.TryParse(line, ref fields) ? LogFormats.Text
            : null;
    }

    /// <summary>The format of a line that has a shape of its own; null if it has none.</summary>
    public LogFormat? DetectStructured(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line.IsEmpty)
        {
            return null;
        }

        if (Columns is not null && Columns.TryParse(line, ref fields))
        {
            return Columns.Format;
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
        Columns is not null && forced == Columns.Format ? Columns.TryParse(line, ref fields) : forced!.TryParse(line, ref fields);

    private static LogFormat? DetectText(ReadOnlySpan<byte> line, EntryState entry, ref LineFields fields) =>
        !entry.Continues(line) && LogFormats.Text.TryParse(line, ref fields) ? LogFormats.Text : null;

    /// <summary>Whether a line is about the log itself. One that declares columns changes what the next lines are.</summary>
    private bool IsDirective(ReadOnlySpan<byte> line, LogFormat? before)
    {
        if (line[0] == '#')
        {
            Declare(ColumnDeclaration.ReadDirective(line));
            return W3cDirective.Matches(line) || line.StartsWith("#fields\t"u8) || ZeekFormat.IsDirective(line);
        }

        // A header comes first; after lines of another format it would be a line of theirs.
        bool isAtTop = before is null || before == LogFormats.Text || before == DelimitedFormat.Instance;
        ColumnLayout? header = isAtTop ? ColumnDeclaration.ReadHeader(line) : null;
        Declare(header);
        return header is not null;
    }

    /// <summary>Logs repeat their columns. While these stay the same, so does the object, by which partitions of a file are compared.</summary>
    private void Declare(ColumnLayout? layout)
    {
        if (layout is not null && !layout.Matches(Columns))
        {
            Columns = layout;
        }
    }
}
