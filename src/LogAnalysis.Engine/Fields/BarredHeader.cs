using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>Enumerates the fields of a header that bars end; a bar within a field is escaped.</summary>
internal ref struct BarredHeader(ReadOnlySpan<byte> line)
{
    private readonly ReadOnlySpan<byte> _line = line;

    /// <summary>Where the next field begins.</summary>
    public int Position { get; private set; }

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
