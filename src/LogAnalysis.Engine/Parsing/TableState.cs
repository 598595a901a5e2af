using LogAnalysis.Fields;
using LogAnalysis.Formats;
using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>What a log that is a table has said of itself: its columns, and what the lines above them say of the rows.</summary>
/// <param name="columns">The columns that are known beforehand.</param>
internal sealed class TableState(ColumnLayout? columns)
{
    private const int MaxLegendLines = 100;

    private readonly DirectiveBlock _block = new();
    private int _legendLines;
    private bool _isInCell;

    /// <summary>The columns that the log has declared; null if it has not.</summary>
    public ColumnLayout? Columns { get; private set; } = columns;

    /// <summary>Whether nothing but the columns is remembered that bears on the next line.</summary>
    public bool IsStateless => _legendLines == 0 && !_isInCell;

    /// <summary>Whether a line is about the log itself. One that declares columns changes what the next lines are.</summary>
    /// <param name="line">The line, which is not empty.</param>
    /// <param name="before">The format of the entry before it; null if there is none.</param>
    public bool IsDirective(ReadOnlySpan<byte> line, LogFormat? before)
    {
        if (line[0] == '#')
        {
            return IsMarkedDirective(line, before);
        }

        _block.End();

        // A header comes first; after lines of another format it would be a line of theirs.
        bool isAtTop = before is null || before == LogFormats.Text || before is TabularFormat and not (W3cFormat or ZeekFormat);
        ColumnLayout? header = isAtTop ? ColumnDeclaration.ReadHeader(line, isBelowLegend: _legendLines > 0) : null;
        Declare(header);
        bool isInLegend = header is null && isAtTop && (_legendLines > 0 ? _legendLines < MaxLegendLines : DhcpFormat.IsTitle(line));
        _legendLines = isInLegend ? _legendLines + 1 : 0;
        return header is not null || isInLegend || (isAtTop && DelimitedFormat.IsAside(line));
    }

    /// <summary>Whether a line may be about the log itself where one of these can be.</summary>
    public static bool IsDeclaration(ReadOnlySpan<byte> line) => line[0] == '#' || ColumnDeclaration.ReadHeader(line) is not null || DhcpFormat.IsTitle(line) || DelimitedFormat.IsAside(line);

    /// <summary>Whether a line goes on with a cell of the row before it.</summary>
    public bool ContinuesRow(ReadOnlySpan<byte> line)
    {
        if (!_isInCell)
        {
            return false;
        }

        if (IsCertainRow(line))
        {
            // The quote that was open was none.
            _isInCell = false;
            return false;
        }

        _isInCell = !Closes(line);
        return true;
    }

    /// <summary>Whether a line is a row whatever is before it. One that closes a cell looks like a row from there on.</summary>
    public bool IsCertainRow(ReadOnlySpan<byte> line)
    {
        LineFields fields = default;
        return !line.IsEmpty && !Closes(line) && TryParse(line, ref fields) && RowShape.IsCertain(line, Columns!, in fields);
    }

    /// <summary>Whether a line within a cell closes it, and opens no other. Doubled quotes are two.</summary>
    public static bool Closes(ReadOnlySpan<byte> line) => line.Count((byte)'"') % 2 == 1;

    /// <summary>Whether a row goes on in the next line, where its level or its time is.</summary>
    public bool IsUndecided(LogFormat? format, in LineFields fields) =>
        format is TabularFormat && fields.IsUnfinished && !RowShape.IsDecided(Columns!, in fields);

    /// <summary>Takes a line, if it is a row.</summary>
    public bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields) => Columns is not null && Columns.TryParse(line, ref fields);

    /// <summary>A line was found to begin an entry of this format, or none.</summary>
    public void Begin(LogFormat? format, in LineFields fields) => _isInCell = format is not null && fields.IsUnfinished;

    private bool IsMarkedDirective(ReadOnlySpan<byte> line, LogFormat? before)
    {
        Declare(_block.Read(line, Columns));
        bool isOfTable = before is null || Columns?.Format == W3cFormat.Instance;
        return W3cDirective.Matches(line) || (isOfTable && W3cDirective.HasShape(line)) || line.StartsWith("#fields\t"u8) || ZeekFormat.IsDirective(line)
            || (before is null && line.StartsWith("#TYPE "u8));
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
