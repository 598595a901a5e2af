using System.Text;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>What a line that declares columns says: what separates them, and which holds what. Its rows are lines of <see cref="Format"/>.</summary>
internal sealed class ColumnLayout
{
    private readonly FieldKind[] _kinds;
    private readonly byte[][] _names;
    private readonly int _minValues;

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
        _names = [.. names.Select(name => Encoding.UTF8.GetBytes(name.Trim(' ', '"', '\uFEFF')))];
        string[] plain = [.. names.Select(ColumnNames.Normalize)];
        _kinds = ColumnNames.FindKinds(format, plain);
        _minValues = format.MinValues(plain.Length);
        (Date, Time) = ColumnNames.FindTimeParts(plain);
        int time = SplitsTime ? Time : Array.IndexOf(_kinds, FieldKind.Timestamp);
        IsLocal = time >= 0 && plain[time] == "time-local";
        IsUtc = time >= 0 && ColumnNames.IsUtc(plain[time]);
        HasClockOnly = !SplitsTime && time >= 0 && plain[time] is "time" or "time-local";
    }

    public TabularFormat Format { get; }

    /// <summary>What is between two columns.</summary>
    public byte Separator { get; }

    /// <summary>Whether a value may be in double quotes, with separators in it.</summary>
    public bool IsQuoted { get; }

    public int Count => _kinds.Length;

    /// <summary>How many columns have names that we know.</summary>
    public int KnownColumns => _kinds.Count(kind => kind != FieldKind.None);

    /// <summary>The column of the date; -1 if there is none beside a time of day.</summary>
    public int Date { get; }

    /// <summary>The column of the time of day; -1 if there is none beside a date.</summary>
    public int Time { get; }

    /// <summary>Whether the log says that its times are local.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Whether the log says that its times are UTC.</summary>
    public bool IsUtc { get; }

    /// <summary>Whether a time of day may be all that a row has of its time.</summary>
    public bool HasClockOnly { get; }

    /// <summary>The day of rows that have none, as <see cref="DateOnly.DayNumber"/>; 0 where it is not known.</summary>
    public int Day { get; private set; }

    /// <summary>Whether date and time of day are two columns.</summary>
    public bool SplitsTime => Date >= 0;

    /// <summary>Whether several spaces are between two columns.</summary>
    public bool IsPadded => Separator == ' ';

    /// <summary>Whether a column tells when.</summary>
    public bool HasTime => SplitsTime || Has(FieldKind.Timestamp);

    /// <summary>Whether a column has the level.</summary>
    public bool HasLevel => Array.Exists(_kinds, kind => kind is >= FieldKind.Level and <= FieldKind.MongoSeverity);

    /// <summary>Whether any column holds that.</summary>
    public bool Has(FieldKind kind) => Array.IndexOf(_kinds, kind) >= 0;

    /// <summary>The same columns, of rows of another day.</summary>
    public ColumnLayout OfDay(int day)
    {
        var copy = (ColumnLayout)MemberwiseClone();
        copy.Day = day;
        return copy;
    }

    /// <summary>Whether another layout reads each row in the same way.</summary>
    public bool Matches(ColumnLayout? other) =>
        other is not null && Format == other.Format && Separator == other.Separator && IsQuoted == other.IsQuoted && IsLocal == other.IsLocal
        && IsUtc == other.IsUtc && Day == other.Day && Date == other.Date && Time == other.Time && _kinds.AsSpan().SequenceEqual(other._kinds)
        && _names.Zip(other._names).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

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
                if (IsQuoted && _kinds[column] is FieldKind.Tags or FieldKind.HttpStatus)
                {
                    keyed.TakeTag(row.Value);
                }
            }
        }

        if (!Fits(in row))
        {
            return false;
        }

        keyed.Complete();
        if (SplitsTime)
        {
            fields.Date = date;
            fields.Timestamp = time;
        }

        fields.Day = HasClockOnly ? Day : 0;
        fields.IsUtc = IsUtc;
        if (IsQuoted)
        {
            ReadFurther(ref row, ref fields);
        }

        Format.Refine(line, this, ref fields);
        return !IsQuoted || fields.IsUnfinished || RowShape.IsPlausible(line, this, in fields);
    }

    /// <summary>Passes the values of a row to a sink, by the names of their columns.</summary>
    public void ReadFields(ReadOnlySpan<byte> line, FieldSink sink)
    {
        var row = new ColumnReader(line, this);
        for (int column = 0; column < Count && row.MoveNext(); column++)
        {
            if (!row.IsUnset && _names[column].Length > 0 && !row.Value.Of(line).SequenceEqual("(empty)"u8))
            {
                sink.Add(_names[column], row.Value.Of(line), IsQuoted ? FieldSyntax.DoubledQuotes : FieldSyntax.Plain);
            }
        }
    }

    /// <summary>
    /// Whether a row has as many values as there are columns. A table's row may have more, and fewer where its last value goes on in the next
    /// line.
    /// </summary>
    private bool Fits(in ColumnReader row) =>
        row.Count == Count ? IsQuoted || row.IsAtEnd : row.Count >= _minValues || (IsQuoted && row.IsOpen);

    /// <summary>The Event Viewer exports the message as a last column without a name.</summary>
    private void ReadFurther(ref ColumnReader row, ref LineFields fields)
    {
        ByteRange further = default;
        while (row.MoveNext())
        {
            further = row.Count == Count + 1 ? row.Value : default;
        }

        fields.Message = fields.Message.IsEmpty ? further : fields.Message;
        fields.IsUnfinished = row.IsOpen;
    }
}
