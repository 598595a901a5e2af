using System.Text;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>What a line that declares columns says: what separates them, and which holds what. Its rows are lines of <see cref="Format"/>.</summary>
internal sealed class ColumnLayout
{
    private readonly FieldKind[] _kinds;

    /// <summary>Creates the layout of a table.</summary>
    /// <param name="format">The format of the rows.</param>
    /// <param name="names">The names of the columns, in order.</param>
    /// <param name="separator">What is between two columns.</param>
    /// <param name="isQuoted">Whether a value may be in double quotes, with separators in it.</param>
    public ColumnLayout(TabularFormat format, string[] names, byte separator, bool isQuoted)
    {
        Format = format;
        Separator = separator;
        IsQuoted = isQuoted;
        string[] plain = [.. names.Select(name => name.Trim(' ', '"').Replace(' ', '_').ToLowerInvariant())];
        _kinds = [.. plain.Select(name => KindOf(name, isQuoted))];
        IsLocal = plain.Contains("time-local");
        Date = Array.IndexOf(plain, IsLocal ? "date-local" : "date");
        Time = Array.IndexOf(plain, IsLocal ? "time-local" : "time");
    }

    public TabularFormat Format { get; }

    /// <summary>What is between two columns.</summary>
    public byte Separator { get; }

    /// <summary>Whether a value may be in double quotes, with separators in it.</summary>
    public bool IsQuoted { get; }

    public int Count => _kinds.Length;

    /// <summary>How many columns have names that we know.</summary>
    public int KnownColumns => _kinds.Count(kind => kind != FieldKind.None);

    /// <summary>The column of the date; -1 if there is none.</summary>
    public int Date { get; }

    /// <summary>The column of the time of day, or of the whole time; -1 if there is none.</summary>
    public int Time { get; }

    /// <summary>Whether the log says that its times are local.</summary>
    public bool IsLocal { get; }

    /// <summary>Whether date and time of day are two columns.</summary>
    public bool SplitsTime => Date >= 0 && Time >= 0;

    /// <summary>Whether several spaces are between two columns.</summary>
    public bool IsPadded => Separator == ' ';

    /// <summary>What a column holds.</summary>
    public FieldKind this[int column] => _kinds[column];

    /// <summary>Whether any column holds that.</summary>
    public bool Has(FieldKind kind) => Array.IndexOf(_kinds, kind) >= 0;

    /// <summary>Whether another layout reads each row in the same way.</summary>
    public bool Matches(ColumnLayout? other) =>
        other is not null && Format == other.Format && Separator == other.Separator && IsQuoted == other.IsQuoted && IsLocal == other.IsLocal
        && Date == other.Date && Time == other.Time && _kinds.AsSpan().SequenceEqual(other._kinds);

    public bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        var row = new ColumnReader(line, this);
        fields = default;
        var keyed = new KeyedFields(line, ref fields);
        ByteRange date = default;
        ByteRange time = default;
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

    /// <summary>In a table with quotes, a column named 'status' with numbers of three digits holds HTTP statuses.</summary>
    private static FieldKind KindOf(string name, bool isQuoted)
    {
        FieldKind kind = FieldNames.Find(Encoding.UTF8.GetBytes(name));
        return kind == FieldKind.Status && isQuoted ? FieldKind.HttpStatus : kind;
    }
}
