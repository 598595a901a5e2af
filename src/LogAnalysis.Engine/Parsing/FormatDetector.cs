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
    private readonly ElementLines _elements = new();
    private RowScanner? _rows;

    /// <summary>The columns that the log has declared; null if it has not.</summary>
    public ColumnLayout? Columns => _table.Columns;

    /// <summary>Whether nothing but the columns is remembered.</summary>
    public bool IsStateless => _table.IsStateless;

    /// <summary>Finds the elements of the line that was looked at last, if it is no entry by itself and has or begins such that are; null otherwise.</summary>
    public ElementScanner? Elements { get; private set; }

    /// <summary>The length of the header that the line that was looked at last repeats, where it goes on with an entry; 0 where it repeats none.</summary>
    public int RepeatedHeader { get; private set; }

    /// <summary>Whether only the built-in formats count for a line, and no columns.</summary>
    public bool IsPlain(ReadOnlySpan<byte> line) =>
        forced is null && Columns is null && !line.IsEmpty && LogFormats.Registered.BeginningWith(line[0]).IsEmpty;

    /// <summary>Whether a line begins an entry after any other line, as long as that declares no other columns.</summary>
    public bool StartsEntry(ReadOnlySpan<byte> line)
    {
        LineFields fields = default;
        if (line.IsEmpty || line[0] == '#' || ColumnDeclaration.ReadHeader(line) is not null)
        {
            return false;
        }

        bool isEntry = forced is null ? !IsFurtherLineOfAny(line) && DetectStructured(line, ref fields) is LogFormat format && !MayGoOn(line, format, in fields)
            : forced != LogFormats.Text && TryParseForced(line, ref fields) && !MayGoOn(line, forced, in fields);
        return isEntry && !fields.ContinuesEntry && !fields.LevelFollows && !fields.IsUnfinished;
    }

    private bool Continues(ReadOnlySpan<byte> line, LogFormat format, EntryState entry, in LineFields fields)
    {
        bool goesOn = (fields.ContinuesEntry && entry.Format is not null) || (format.RepeatsHeader && entry.ContinuesTrace(line, format, in fields));
        RepeatedHeader = goesOn ? fields.Message.Start : 0;
        return goesOn;
    }

    private static bool MayGoOn(ReadOnlySpan<byte> line, LogFormat format, in LineFields fields) =>
        format.RepeatsHeader && !fields.Message.IsEmpty && ContinuationShape.IsOfTrace(fields.Message.Of(line));

    /// <summary>The format of the entry that a line begins; null if it continues the one before it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="entry">The entry before it.</param>
    /// <param name="reading">How the line is looked at for elements.</param>
    /// <param name="fields">Receives the fields of the line.</param>
    public LogFormat? Detect(ReadOnlySpan<byte> line, EntryState entry, ElementReading reading, ref LineFields fields)
    {
        Elements = null;
        RepeatedHeader = 0;
        if (_table.ContinuesRow(line) || line.IsEmpty || _table.IsDirective(line, entry.Format))
        {
            return null;
        }

        LogFormat? format = DetectEntry(line, entry, reading, ref fields);
        if (reading != ElementReading.Never && _table.IsUndecided(format, in fields))
        {
            Elements = _rows ??= new RowScanner(_table);
            return null;
        }

        _table.Begin(format, in fields);
        return format;
    }

    /// <summary>Takes an element, over several lines or one of several in a line, if it is one of the format.</summary>
    public bool TryParseElement(ReadOnlySpan<byte> element, LogFormat format, ref LineFields fields) => format is TabularFormat ? _table.TryParse(element, ref fields) : format.TryParse(element, ref fields);

    private LogFormat? DetectEntry(ReadOnlySpan<byte> line, EntryState entry, ElementReading reading, ref LineFields fields)
    {
        if (forced is not null)
        {
            return DetectForced(line, entry, reading, ref fields);
        }

        if (entry.Format is UserFormat { HasFurtherLines: true } user && user.IsFurtherLine(line))
        {
            return null;
        }

        if (DetectStructured(line, ref fields) is LogFormat structured)
        {
            return Continues(line, structured, entry, in fields) ? null : structured;
        }

        if (FindElements(line, entry, reading) || IsFrame(line, entry))
        {
            return null;
        }

        if (entry.Continues(line))
        {
            return RevealsError(line, entry, ref fields) ? PowerShellFormat.Instance : IsCrash(line, entry, ref fields) ? LogFormats.Text : null;
        }

        return EmbeddedEntry.TryFindJson(line, ref fields) ? JsonFormat.Instance : LogFormats.FindAmongText(line, ref fields);
    }

    /// <summary>Whether a line belongs to an entry of a registered format where one is before it.</summary>
    private static bool IsFurtherLineOfAny(ReadOnlySpan<byte> line)
    {
        RegisteredFormats registered = LogFormats.Registered;
        if (registered.HaveFurtherLines)
        {
            foreach (UserFormat format in registered.All)
            {
                if (format.IsFurtherLine(line))
                {
                    return true;
                }
            }
        }

        return false;
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

    /// <summary>
    /// Whether a line is the beginning of a crash, behind an entry that does not tell of it. What is logged for finding errors may show one that was handled.
    /// </summary>
    private static bool IsCrash(ReadOnlySpan<byte> line, EntryState entry, ref LineFields fields)
    {
        bool isCrash = entry.Level is LogLevel.Unknown or LogLevel.Information or LogLevel.Notice && CrashHead.Matches(line);
        if (isCrash)
        {
            fields = new LineFields { HasLevel = true, Level = LogLevel.Error, Message = new ByteRange(0, line.Length) };
        }

        return isCrash;
    }

    /// <summary>Where a line that is too long to be kept can be divided: behind the last of its elements; 0 where it has none.</summary>
    /// <param name="beginning">The beginning of the line.</param>
    /// <param name="entry">The entry before it.</param>
    public int Divide(ReadOnlySpan<byte> beginning, EntryState entry)
    {
        ElementScanner? scanner = _elements.Find(beginning, entry.KnownFormat, stopsAtBatch: true, out int end);
        return scanner is null || (forced is not null && scanner.Format != forced) ? 0 : end;
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

        foreach (UserFormat format in LogFormats.Registered.BeginningWith(line[0]))
        {
            if (format.TryParse(line, ref fields))
            {
                return format;
            }
        }

        foreach (LogFormat format in LogFormats.CandidatesForLine(line))
        {
            if (format.TryParse(line, ref fields))
            {
                return EmbeddedEntry.Unwrap(line, format, ref fields);
            }
        }

        return null;
    }

    /// <summary>Lines that are not of the format that was asked for belong to the entry before, if there is one.</summary>
    private LogFormat? DetectForced(ReadOnlySpan<byte> line, EntryState entry, ElementReading reading, ref LineFields fields)
    {
        if (forced == LogFormats.Text)
        {
            return DetectText(line, entry, ref fields);
        }

        if (TryParseForced(line, ref fields))
        {
            return Continues(line, forced!, entry, in fields) ? null : forced;
        }

        if (FindElements(line, entry, reading) || IsFrame(line, entry))
        {
            return null;
        }

        return entry.Format is null || entry.Format == LogFormats.Text || forced!.Continuation == ContinuationRule.None ? DetectText(line, entry, ref fields) : null;
    }

    private bool FindElements(ReadOnlySpan<byte> line, EntryState entry, ElementReading reading)
    {
        if (reading == ElementReading.Never)
        {
            return false;
        }

        Elements = _elements.Find(line, entry.KnownFormat, reading == ElementReading.Batch, out _);
        Elements = forced is null || Elements?.Format == forced ? Elements : null;
        return Elements is not null;
    }

    /// <summary>What is around the elements of a log, and begins or continues no entry.</summary>
    private bool IsFrame(ReadOnlySpan<byte> line, EntryState entry) =>
        (entry.KnownFormat is null || ElementLines.IsElementFormat(entry.KnownFormat)) && _elements.IsFrame(line);

    private bool TryParseForced(ReadOnlySpan<byte> line, ref LineFields fields) =>
        Columns is not null && forced == Columns.Format ? _table.TryParse(line, ref fields) : forced!.TryParse(line, ref fields);

    private static LogFormat? DetectText(ReadOnlySpan<byte> line, EntryState entry, ref LineFields fields) =>
        !entry.Continues(line) && LogFormats.Text.TryParse(line, ref fields) ? LogFormats.Text : null;
}
