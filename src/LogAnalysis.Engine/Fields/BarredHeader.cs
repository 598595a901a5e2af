using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>The header of an event that security products tell each other of: fields that bars end; a bar within a field is escaped.</summary>
internal ref struct BarredHeader(ReadOnlySpan<byte> line)
{
    private readonly ReadOnlySpan<byte> _line = line;

    /// <summary>Where the next field begins.</summary>
    public int Position { get; private set; }

    /// <summary>Reads the first field, the name of the format and its version, and skips those behind it.</summary>
    /// <param name="format">The name, with its colon.</param>
    /// <param name="skipped">How many fields to skip.</param>
    public bool TryBegin(ReadOnlySpan<byte> format, int skipped)
    {
        bool isHeader = _line.StartsWith(format) && TryRead(out ByteRange first) && DigitReader.IsDecimal(first.Of(_line)[format.Length..]);
        for (int field = 0; field < skipped && isHeader; field++)
        {
            isHeader = TryRead(out _);
        }

        return isHeader;
    }

    /// <summary>Reads the next field.</summary>
    /// <returns>False if no bar ends it.</returns>
    public bool TryRead(out ByteRange field)
    {
        int start = Position;
        for (int at = start; at < _line.Length; at++)
        {
            if (_line[at] == '\\')
            {
                at++;
            }
            else if (_line[at] == '|')
            {
                field = ByteRange.Between(start, at);
                Position = at + 1;
                return true;
            }
        }

        field = default;
        return false;
    }
}
