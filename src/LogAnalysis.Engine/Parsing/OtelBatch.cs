using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>
/// Enumerates the records of a batch of OpenTelemetry's, one line that holds many entries:
/// <c>{"resourceLogs":[{"scopeLogs":[{"logRecords":[{...},{...}]}]}]}</c>.
/// </summary>
/// <remarks>Source: OpenTelemetry, "OTLP JSON File exporter"; <c>opentelemetry/proto/logs/v1/logs.proto</c>.</remarks>
internal ref struct OtelBatch(ReadOnlySpan<byte> line)
{
    private readonly ReadOnlySpan<byte> _line = line;
    private int _position = 0;
    private int _end = 0;

    private static ReadOnlySpan<byte> Records => "\"logRecords\""u8;

    /// <summary>The current record: an object of its own.</summary>
    public ByteRange Current { get; private set; }

    /// <summary>Whether a line is such a batch.</summary>
    public static bool Matches(ReadOnlySpan<byte> line) => line.StartsWith("{\"resourceLogs\""u8) && line.IndexOf(Records) > 0;

    /// <summary>Moves to the next record.</summary>
    public bool MoveNext()
    {
        while (true)
        {
            if (_position < _end && TryReadRecord())
            {
                return true;
            }

            int name = _line[_position..].IndexOf(Records);
            if (name < 0)
            {
                return false;
            }

            int open = _line[(_position + name)..].IndexOf((byte)'[');
            if (open < 0)
            {
                return false;
            }

            _position += name + open;
            _end = JsonArray.FindEnd(_line, _position);
            if (_end < 0)
            {
                return false;
            }

            _position++;
        }
    }

    private bool TryReadRecord()
    {
        int open = _line[_position.._end].IndexOf((byte)'{');
        if (open < 0)
        {
            _position = _end;
            return false;
        }

        int start = _position + open;
        int end = JsonArray.FindEnd(_line[.._end], start);
        Current = end < 0 ? default : ByteRange.Between(start, end);
        _position = end < 0 ? _end : end;
        return end >= 0;
    }
}
