using System.Text;
using LogAnalysis.Formats.Fields;

namespace LogAnalysis.Formats;

/// <summary>What a line that declares columns says: what separates them, and which holds what. Its rows are lines of <see cref="Format"/>.</summary>
internal sealed class ColumnLayout
{
    private readonly FieldKind[] _kinds;

    private ColumnLayout(LogFormat format, string[] names, byte separator, bool isQuoted)
    {
        Format = format;
        Separator = separator;
        IsQuoted = isQuoted;
        string[] plain = [.. names.Select(name => name.Trim(' ', '"').Replace(' ', '_').ToLowerInvariant())];
        _kinds = [.. plain.Select(name => KindOf(format, name))];
        IsLocal = plain.Contains("time-local");
        Date = Array.IndexOf(plain, IsLocal ? "date-local" : "date");
        Time = Array.IndexOf(plain, IsLocal ? "time-local" : "time");
    }

    /// <summary>A table whose columns are known without being declared, with commas between them.</summary>
    public static ColumnLayout Quoted { get; } = new(DelimitedFormat.Instance, [], (byte)',', isQuoted: true);

    /// <summary>The format of the rows.</summary>
    public LogFormat Format { get; }

    /// <summary>What stands between two columns.</summary>
    public byte Separator { get; }

    /// <summary>Whether a value may stand in double quotes, with separators in it.</summary>
    public bool IsQuoted { get; }

    /// <summary>How many columns there are.</summary>
    public int Count => _kinds.Length;

    /// <summary>The column of the date; -1 where there is none.</summary>
    public int Date { get; }

    /// <summary>The column of the time of day, or of the whole time; -1 where there is none.</summary>
    public int Time { get; }

    /// <summary>Whether the log says that its times are local.</summary>
    public bool IsLocal { get; }

    /// <summary>Whether date and time of day are two columns.</summary>
    public bool SplitsTime => Date >= 0 && Time >= 0;

    /// <summary>Whether several blanks stand between two columns.</summary>
    public bool IsPadded => Separator == ' ';

    /// <summary>What a column holds.</summary>
    public FieldKind this[int column] => _kinds[column];

    /// <summary>Whether any column holds that.</summary>
    public bool Has(FieldKind kind) => Array.IndexOf(_kinds, kind) >= 0;

    /// <summary>Reads the directive of a W3C extended log or of a Zeek log; null for any other line.</summary>
    public static ColumnLayout? ReadDirective(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("#Fields:"u8))
        {
            string text = Encoding.UTF8.GetString(line["#Fields:".Length..]).Trim();
            char separator = text.Contains('\t', StringComparison.Ordinal) ? '\t' : ' ';
            return Split(W3cFormat.Instance, text, separator, separator == ' ' ? ' ' : '\t');
        }

        if (!line.StartsWith("#fields\t"u8))
        {
            return null;
        }

        return Split(ZeekFormat.Instance, Encoding.UTF8.GetString(line["#fields\t".Length..]), '\t', '\t');
    }

    /// <summary>Reads the header row of a table; null for a line that is none.</summary>
    public static ColumnLayout? ReadHeader(ReadOnlySpan<byte> line)
    {
        byte separator = DelimitedFormat.FindSeparator(line);
        if (separator == 0)
        {
            return null;
        }

        string[] names = Encoding.UTF8.GetString(line).Split((char)separator);
        var layout = new ColumnLayout(DelimitedFormat.Instance, names, separator, isQuoted: true);
        bool decides = layout.Has(FieldKind.Level) || layout.Has(FieldKind.HttpStatus);
        return decides && layout._kinds.Count(kind => kind != FieldKind.None) > 1 ? layout : null;
    }

    /// <summary>Whether another layout reads each row in the same way.</summary>
    public bool Matches(ColumnLayout? other) =>
        other is not null && Format == other.Format && Separator == other.Separator && IsQuoted == other.IsQuoted && IsLocal == other.IsLocal
        && Date == other.Date && Time == other.Time && _kinds.AsSpan().SequenceEqual(other._kinds);

    /// <summary>Recognises a row.</summary>
    public bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        var row = new ColumnReader(line, this);
        fields = default;
        var keyed = new KeyedFields(line, ref fields);
        Slice date = default;
        Slice time = default;
        for (int column = 0; column < Count && row.MoveNext(); column++)
        {
            date = column == Date ? row.Value : date;
            time = column == Time ? row.Value : time;
            bool isPartOfTime = SplitsTime && (column == Date || column == Time);
            if (!isPartOfTime && !row.IsUnset)
            {
                keyed.Take(_kinds[column], row.Value, isText: true);
            }
        }

        if (!row.Fits(Count))
        {
            return false;
        }

        keyed.Complete();
        if (SplitsTime)
        {
            fields.Date = date;
            fields.Timestamp = time;
        }

        Format.Refine(line, this, ref fields);
        return true;
    }

    /// <summary>In a table, a column named 'status' with numbers of three digits holds HTTP statuses.</summary>
    private static FieldKind KindOf(LogFormat format, string name)
    {
        FieldKind kind = FieldNames.Find(Encoding.UTF8.GetBytes(name));
        return kind == FieldKind.Status && format == DelimitedFormat.Instance ? FieldKind.HttpStatus : kind;
    }

    private static ColumnLayout Split(LogFormat format, string names, char separator, char column) =>
        new(format, names.Split(separator, StringSplitOptions.RemoveEmptyEntries), (byte)column, isQuoted: false);
}
