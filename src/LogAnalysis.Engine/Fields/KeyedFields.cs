using System.Buffers.Text;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>
/// Gathers the fields of a line that names them, as JSON lines and logfmt do. Of two with the same meaning the first counts; but a level's
/// name goes before its number.
/// </summary>
internal ref struct KeyedFields
{
    private readonly ReadOnlySpan<byte> _line;
    private TimeInParts _parts;
    private KeyedResponse _response;
    private bool _levelIsWord;
    private int _levelNumber = -1;
    private LevelScale _scale;
    private CloudTrailRecord _cloudTrail;
    private ByteRange _otherTime;
    private LogLevel _tagLevel;

    /// <summary>Gathers the fields of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="found">Receives them. It is to be empty before the first is taken.</param>
    public KeyedFields(ReadOnlySpan<byte> line, ref LineFields found)
    {
        _line = line;
        Found = ref found;
    }

    /// <summary>What was found so far.</summary>
    public readonly ref LineFields Found;

    /// <summary>Takes a field.</summary>
    /// <param name="kind">What its name stands for.</param>
    /// <param name="value">Its value, without quotes.</param>
    /// <param name="isText">Whether the value was text; otherwise it is a number.</param>
    public void Take(FieldKind kind, ByteRange value, bool isText)
    {
        switch (kind)
        {
            case FieldKind.None or FieldKind.Tags:
                break;
            case FieldKind.Timestamp:
                TakeTime(value);
                break;
            case FieldKind.WindowsTime:
                _scale.Take(FieldKind.WindowsMark);
                TakeTime(value);
                break;
            case FieldKind.HttpStatus or FieldKind.TraefikStatus:
                _response.TakeStatus(_line, kind, value, ref Found);
                break;
            case FieldKind.Status:
                _response.TakeBareStatus(_line, value);
                break;
            case FieldKind.Service:
                _response.TakeService(value.Of(_line));
                break;
            case FieldKind.RailsMark:
                _response.TakeRailsMark();
                break;
            case FieldKind.ClientWithPort:
                Found.Client = Found.Client.Or(isText ? ClientAddress.WithoutPortIfAny(_line, value) : default);
                break;
            case FieldKind.OtherTime:
                _otherTime = _otherTime.Or(value);
                break;
            case >= FieldKind.NextcloudMark and <= FieldKind.WindowsMark:
                TakeMark(kind, value, isText);
                break;
            case >= FieldKind.CloudTrailMark and <= FieldKind.EventName:
                _cloudTrail.Take(kind, value);
                break;
            case >= FieldKind.Level and <= FieldKind.MongoSeverity:
                TakeLevel(kind, value);
                break;
            case FieldKind.Duration or FieldKind.DurationSeconds or FieldKind.DurationMilliseconds or FieldKind.DurationMicroseconds or FieldKind.DurationNanoseconds:
                KeyedResponse.TakeDuration(_line, kind, value, ref Found);
                break;
            case FieldKind.Message or FieldKind.Method or FieldKind.Url or FieldKind.Client or FieldKind.UserAgent when !isText:
            case FieldKind.Request when !isText || HttpMethods.Match(value.Of(_line)) == 0:
                break;
            default:
                Found[kind] = Found[kind].Or(value);
                break;
        }
    }

    /// <summary>Takes one of the tags of an entry: Kibana's level is one of them. In a table, the kind of a row or its result may tell the level.</summary>
    public void TakeTag(ByteRange value)
    {
        if (_tagLevel == LogLevel.Unknown && (LevelNames.TryParse(value.Of(_line), out LogLevel level) || KindLevels.TryParseResult(value.Of(_line), out level)))
        {
            _tagLevel = level;
        }
    }

    /// <summary>Takes from other fields what is missing among these.</summary>
    public void Fill(in KeyedFields other)
    {
        if (!Found.HasLevel)
        {
            _levelNumber = other._levelNumber;
        }

        _parts = _parts.Or(other._parts);
        _scale = _scale.Or(other._scale);
        _otherTime = _otherTime.Or(other._otherTime);
        _response.Fill(in other._response);
        Found.Fill(in other.Found);
        Found.FillResponse(in other.Found);
    }

    /// <summary>Decides what only all fields together tell: a field named 'status' is an HTTP status beside a request.</summary>
    public void Complete()
    {
        _parts.Complete(ref Found);
        Found.Timestamp = Found.Timestamp.Or(_otherTime);
        _response.Complete(_line, ref Found);
        if (_levelNumber is >= 0 and <= LevelScale.MaxNumber)
        {
            Found.Level = _scale.LevelOf(_levelNumber);
            Found.HasLevel = Found.Level != LogLevel.Unknown;
        }

        if (!Found.HasLevel && Found.Status == 0 && _tagLevel != LogLevel.Unknown)
        {
            Found.HasLevel = true;
            Found.Level = _tagLevel;
        }

        _cloudTrail.Complete(ref Found);

        // What was asked for says more than all fields together.
        Found.Message = Found.Message.Or(Found.Request);
    }

    private void TakeTime(ByteRange value)
    {
        value = MicrosoftJsonDate.Inside(_line, value);
        if (!_parts.TryTake(value.Of(_line), value))
        {
            Found.Timestamp = Found.Timestamp.Or(value);
        }
    }

    private void TakeMark(FieldKind kind, ByteRange value, bool isText)
    {
        _scale.Take(kind == FieldKind.SyslogMessage ? FieldKind.SyslogMark : kind);
        if (kind == FieldKind.SyslogMessage && isText)
        {
            Found.Message = Found.Message.Or(value);
        }
    }

    private void TakeLevel(FieldKind kind, ByteRange value)
    {
        ReadOnlySpan<byte> text = LevelText.Trim(value.Of(_line));
        if (kind is FieldKind.Level or FieldKind.Severity or FieldKind.SyslogSeverity && (LevelNames.TryParse(text, out LogLevel level) || LevelNames.TryParseLetter(text, out level)))
        {
            Found.Level = _levelIsWord ? Found.Level : level;
            Found.HasLevel = true;
            _levelIsWord = true;
            _levelNumber = -1;
        }
        else if (kind >= FieldKind.WindowsLevel)
        {
            TakeOwnLevel(kind, text);
        }
        else if (!Found.HasLevel || Found.Level == LogLevel.Unknown)
        {
            bool isNumber = Utf8Parser.TryParse(text, out int number, out int length) && length == text.Length;
            Found.HasLevel |= isNumber || kind is FieldKind.Level or FieldKind.Severity;
            Found.Level = isNumber ? KindLevels.OfNumber(kind, number) : KindLevels.OfOtherWord(text);
            _levelNumber = isNumber && kind == FieldKind.Level ? number : -1;
        }
    }

    /// <summary>Takes a level of a product that has its own words or numbers for it.</summary>
    private void TakeOwnLevel(FieldKind kind, ReadOnlySpan<byte> text)
    {
        LogLevel level = Found.HasLevel ? LogLevel.Unknown : KindLevels.Parse(kind, text);
        if (kind == FieldKind.WindowsLevel)
        {
            _scale.Take(FieldKind.WindowsMark);
        }

        if (level != LogLevel.Unknown)
        {
            Found.HasLevel = true;
            Found.Level = level;
        }
    }
}
