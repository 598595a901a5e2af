using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Fields;

/// <summary>What the named fields of a line tell of a response, as far as one field alone does not.</summary>
internal struct KeyedResponse
{
    private short _bareStatus;
    private ByteRange _statusWord;
    private bool _hasNoStatus;
    private bool _isOtherProtocol;
    private bool _isTraefik;
    private bool _isRails;

    /// <summary>Takes how long something took.</summary>
    public static void TakeDuration(ReadOnlySpan<byte> line, FieldKind kind, ByteRange value, ref LineFields found)
    {
        if (!found.Duration.IsEmpty)
        {
            return;
        }

        found.Duration = value;
        found.DurationUnit = kind switch
        {
            FieldKind.DurationSeconds => DurationUnit.Seconds,
            FieldKind.DurationMicroseconds => DurationUnit.Microseconds,
            FieldKind.DurationNanoseconds => DurationUnit.Nanoseconds,
            FieldKind.Duration when value.Of(line).Contains((byte)'.') => DurationUnit.Seconds,
            _ => DurationUnit.Milliseconds,
        };
    }

    /// <summary>Takes a field that holds an HTTP status and nothing else.</summary>
    public void TakeStatus(ReadOnlySpan<byte> line, FieldKind kind, ByteRange value, ref LineFields found)
    {
        if (found.Status == 0)
        {
            _statusWord = StatusCode.TryRead(value.Of(line), out found.Status) ? default : value;
            _hasNoStatus |= StatusCode.IsAbsent(value.Of(line));
            _isTraefik |= kind == FieldKind.TraefikStatus;
        }
    }

    /// <summary>Takes a field named 'status', which may be that of something else.</summary>
    public void TakeBareStatus(ReadOnlySpan<byte> line, ByteRange value)
    {
        if (_bareStatus == 0)
        {
            _statusWord = StatusCode.TryRead(value.Of(line), out _bareStatus) ? default : value;
        }
    }

    /// <summary>Takes the name of a service: some have statuses that are not those of HTTP.</summary>
    public void TakeService(ReadOnlySpan<byte> name) => _isOtherProtocol |= OtherProtocols.Matches(name);

    /// <summary>Takes a field that only Rails writes, whose durations are in milliseconds.</summary>
    public void TakeRailsMark() => _isRails = true;

    /// <summary>Takes from other fields what is missing among these.</summary>
    public void Fill(in KeyedResponse other)
    {
        _bareStatus = _bareStatus == 0 ? other._bareStatus : _bareStatus;
        _hasNoStatus |= other._hasNoStatus;
    }

    /// <summary>Decides what only all fields together tell: a field named 'status' is an HTTP status beside a request.</summary>
    public readonly void Complete(ReadOnlySpan<byte> line, ref LineFields found)
    {
        bool hasRequest = !found.Method.IsEmpty || !found.Url.IsEmpty || !found.Request.IsEmpty;
        if (found.Status == 0 && hasRequest)
        {
            found.Status = _bareStatus;
        }

        if (_isOtherProtocol)
        {
            found.Status = 0;
        }

        // Datadog calls the level a status.
        if (!found.HasLevel && LevelNames.TryParse(_statusWord.Of(line), out LogLevel status))
        {
            found.HasLevel = true;
            found.Level = status;
        }

        // A request that got no response, as Envoy tells.
        if (!found.HasLevel && found.Status == 0 && _hasNoStatus && hasRequest)
        {
            found.HasLevel = true;
            found.Level = LogLevel.Information;
        }

        if (_isTraefik || _isRails)
        {
            found.DurationUnit = _isTraefik ? DurationUnit.Nanoseconds : DurationUnit.Milliseconds;
        }
    }
}
