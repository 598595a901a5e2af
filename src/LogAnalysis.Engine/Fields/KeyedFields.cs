using System.Buffers.Text;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Fields;

/// <summary>
/// Gathers the fields of a line that names them, as JSON lines and logfmt do. Of two with the same meaning the first counts; but a level's
/// name goes before its number.
/// </summary>
internal ref struct KeyedFields
{
    private readonly ReadOnlySpan<byte> _line;
    private TimeInParts _parts;
    private short _bareStatus;
    private ByteRange _statusWord;
    private bool _levelIsWord;
    private int _levelNumber = -1;
    private LevelScale _scale;
    private CloudTrailRecord _cloudTrail;
    private ByteRange _otherTime;
    private bool _isTraefik;
    private bool _isOtherProtocol;
    private bool _isRails;
    private bool _hasNoStatus;
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
                TakeStatus(kind, value);
                break;
            case FieldKind.Status:
                TakeBareStatus(value);
                break;
            case FieldKind.Service:
                _isOtherProtocol |= OtherProtocols.Matches(value.Of(_line));
                break;
            case FieldKind.RailsMark:
                _isRails = true;
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
                TakeDuration(kind, value);
                break;
            case FieldKind.Message or FieldKind.Method or FieldKind.Url or FieldKind.Client when !isText:
            case FieldKind.Request when !isText || HttpMethods.Match(value.Of(_line)) == 0:
                break;
            default:
                Found[kind] = Found[kind].Or(value);
                break;
        }
    }

    /// <summary>Takes one of the tags of an entry: Kibana's level is one of them.</summary>
    public void TakeTag(ByteRange value)
    {
        if (_tagLevel == LogLevel.Unknown && LevelNames.TryParse(value.Of(_line), out LogLevel level))
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
        _bareStatus = _bareStatus == 0 ? other._bareStatus : _bareStatus;
        _hasNoStatus |= other._hasNoStatus;
        Found.Fill(in other.Found);
        Found.FillResponse(in other.Found);
    }

    /// <summary>Decides what only all fields together tell: a field named 'status' is an HTTP status beside a request.</summary>
    public void Complete()
    {
        _parts.Complete(ref Found);
        Found.Timestamp = Found.Timestamp.Or(_otherTime);
        bool hasRequest = !Found.Method.IsEmpty || !Found.Url.IsEmpty || !Found.Request.IsEmpty;
        if (Found.Status == 0 && hasRequest)
        {
            Found.Status = _bareStatus;
        }

        if (_isOtherProtocol)
        {
            Found.Status = 0;
        }

        // Datadog calls the level a status.
        if (!Found.HasLevel && LevelNames.TryParse(_statusWord.Of(_line), out LogLevel status))
        {
            Found.HasLevel = true;
            Found.Level = status;
        }

        // A request that got no response, as Envoy tells.
        if (!Found.HasLevel && Found.Status == 0 && _hasNoStatus && hasRequest)
        {
            Found.HasLevel = true;
            Found.Level = LogLevel.Information;
        }

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
        if (_isTraefik)
        {
            Found.DurationUnit = DurationUnit.Nanoseconds;
        }
        else if (_isRails)
        {
            Found.DurationUnit = DurationUnit.Milliseconds;
        }
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

    private void TakeStatus(FieldKind kind, ByteRange value)
    {
        if (Found.Status == 0)
        {
            _statusWord = StatusCode.TryRead(value.Of(_line), out Found.Status) ? default : value;
            _hasNoStatus |= StatusCode.IsAbsent(value.Of(_line));
            _isTraefik |= kind == FieldKind.TraefikStatus;
        }
    }

    private void TakeBareStatus(ByteRange value)
    {
        if (_bareStatus == 0)
        {
            _statusWord = StatusCode.TryRead(value.Of(_line), out _bareStatus) ? default : value;
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

    private void TakeDuration(FieldKind kind, ByteRange value)
    {
        if (!Found.Duration.IsEmpty)
        {
            return;
        }

        Found.Duration = value;
        Found.DurationUnit = kind switch
        {
            FieldKind.DurationSeconds => DurationUnit.Seconds,
            FieldKind.DurationMicroseconds => DurationUnit.Microseconds,
            FieldKind.DurationNanoseconds => DurationUnit.Nanoseconds,
            FieldKind.Duration when value.Of(_line).Contains((byte)'.') => DurationUnit.Seconds,
            _ => DurationUnit.Milliseconds,
        };
    }
}
