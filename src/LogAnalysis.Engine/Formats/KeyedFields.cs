using System.Buffers.Text;

namespace LogAnalysis.Formats;

/// <summary>Gathers the fields of a line that names them, as JSON lines and logfmt do. Of two with the same meaning the first counts.</summary>
internal ref struct KeyedFields(ReadOnlySpan<byte> line)
{
    private readonly ReadOnlySpan<byte> _line = line;
    private short _bareStatus;

    /// <summary>What was found so far.</summary>
    public LineFields Found = default;

    /// <summary>Takes a field.</summary>
    /// <param name="kind">What its name stands for.</param>
    /// <param name="value">Its value, without quotes.</param>
    /// <param name="isText">Whether the value was text; otherwise it is a number.</param>
    public void Take(FieldKind kind, Slice value, bool isText)
    {
        switch (kind)
        {
            case FieldKind.Level when !Found.HasLevel:
                Found.HasLevel = true;
                Found.Level = ReadLevel(value.Of(_line));
                break;
            case FieldKind.Timestamp when Found.Timestamp.IsEmpty:
                Found.Timestamp = value;
                break;
            case FieldKind.Message when Found.Message.IsEmpty && isText:
                Found.Message = value;
                break;
            case FieldKind.HttpStatus when Found.Status == 0:
                Found.Status = ReadStatus(value.Of(_line));
                break;
            case FieldKind.Status:
                _bareStatus = ReadStatus(value.Of(_line));
                break;
            case FieldKind.Method when isText:
                Found.Method = value;
                break;
            case FieldKind.Url when Found.Url.IsEmpty && isText:
                Found.Url = value;
                break;
            case FieldKind.Client when Found.Client.IsEmpty && isText:
                Found.Client = value;
                break;
            case FieldKind.Bytes when Found.Bytes.IsEmpty:
                Found.Bytes = value;
                break;
        }
    }

    /// <summary>Takes from other fields what is missing among these.</summary>
    public void Fill(in KeyedFields other)
    {
        if (!Found.HasLevel)
        {
            Found.HasLevel = other.Found.HasLevel;
            Found.Level = other.Found.Level;
        }

        Found.Status = Found.Status == 0 ? other.Found.Status : Found.Status;
        _bareStatus = _bareStatus == 0 ? other._bareStatus : _bareStatus;
        Found.Timestamp = Found.Timestamp.Or(other.Found.Timestamp);
        Found.Message = Found.Message.Or(other.Found.Message);
        Found.Method = Found.Method.Or(other.Found.Method);
        Found.Url = Found.Url.Or(other.Found.Url);
        Found.Client = Found.Client.Or(other.Found.Client);
        Found.Bytes = Found.Bytes.Or(other.Found.Bytes);
    }

    /// <summary>Decides what only all fields together tell: a field named 'status' is an HTTP status beside a request.</summary>
    public void Complete()
    {
        if (Found.Status == 0 && (!Found.Method.IsEmpty || !Found.Url.IsEmpty))
        {
            Found.Status = _bareStatus;
        }
    }

    /// <summary>A word, or a number, quoted or not, on the scale of pino and bunyan, where 50 is an error.</summary>
    private static LogLevel ReadLevel(ReadOnlySpan<byte> value)
    {
        if (LevelNames.TryParse(value, out LogLevel level))
        {
            return level;
        }

        return Utf8Parser.TryParse(value, out int number, out int length) && length == value.Length ? OfNumber(number) : LogLevel.Unknown;
    }

    private static LogLevel OfNumber(int number) => number switch
    {
        < 10 => LogLevel.Unknown,
        < 20 => LogLevel.Trace,
        < 30 => LogLevel.Debug,
        < 40 => LogLevel.Information,
        < 50 => LogLevel.Warning,
        < 60 => LogLevel.Error,
        _ => LogLevel.Critical,
    };

    private static short ReadStatus(ReadOnlySpan<byte> value) =>
        value.Length == 3 && DigitReader.TryRead(value, 0, 3, out int code) && code is >= 100 and <= 599 ? (short)code : (short)0;
}
