using System.Globalization;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>Counts entries by what they have in common.</summary>
internal sealed class ErrorGrouping : IGroupCounter
{
    private readonly ErrorGroupKey _key;
    private readonly LogLevel _minimumLevel;
    private readonly ErrorKinds? _kinds;
    private readonly BoundedGroups _groups;

    /// <summary>Where each message is another, patterns are looked for in each partition: in larger ones, less often.</summary>
    public int PartitionSize => _key == ErrorGroupKey.Pattern ? 1 << 20 : ILogCounter.DefaultPartitionSize;

    /// <summary>Counts nothing yet.</summary>
    /// <param name="key">What entries of a group have in common.</param>
    /// <param name="minimumLevel">The least serious level that counts.</param>
    /// <param name="masks">What is a value in messages besides; null for nothing.</param>
    public ErrorGrouping(ErrorGroupKey key, LogLevel minimumLevel, MessageMasks? masks = null)
        : this(
            key,
            minimumLevel,
            key is ErrorGroupKey.Pattern or ErrorGroupKey.Exception ? new ErrorKinds(minimumLevel, byPattern: key == ErrorGroupKey.Pattern, byException: key == ErrorGroupKey.Exception, masks: masks) : null)
    {
    }

    private ErrorGrouping(ErrorGroupKey key, LogLevel minimumLevel, ErrorKinds? kinds)
    {
        _key = key;
        _groups = new BoundedGroups(By);
        _minimumLevel = minimumLevel;
        _kinds = kinds;
    }

    /// <inheritdoc/>
    public string By => _key.ToString();

    /// <inheritdoc/>
    public LogLevel DetailThreshold => _minimumLevel;

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        DateTimeOffset? time = line.IsContinuation || line.Level < _minimumLevel ? null : line.ParseTimestamp();
        if (_kinds is not null)
        {
            _kinds.Add(in line, time);
        }
        else if (!line.IsContinuation && line.Level >= _minimumLevel && NameOf(in line) is string name)
        {
            _groups.GroupOf(name).Add(new EntryOrigin(time, line.Level, line.Path), in line);
        }
    }

    /// <inheritdoc/>
    ILogCounter ILogCounter.Fork() => Fork();

    /// <inheritdoc cref="ILogCounter.Fork"/>
    public ErrorGrouping Fork() => new(_key, _minimumLevel, _kinds?.Fork());

    /// <inheritdoc/>
    public void Merge(ILogCounter partition)
    {
        var other = (ErrorGrouping)partition;
        _kinds?.Merge(other._kinds!);
        _groups.Merge(other._groups);
    }

    /// <summary>The groups, the largest first, then by name.</summary>
    public IEnumerable<LogErrorGroup> ToGroups() => _key switch
    {
        ErrorGroupKey.Pattern => _kinds!.ToPatterns(),
        ErrorGroupKey.Exception => _kinds!.ToExceptions(),
        _ => _groups.ToGroups(),
    };

    /// <inheritdoc/>
    bool IGroupCounter.TryAdd(LogStatusCode response)
    {
        LogLevel level = LevelRules.OfStatus(response.Code);
        if (level >= _minimumLevel && NameOf(response, level) is string name)
        {
            Add(ResponseGroup.Of(response, By, name));
        }

        return true;
    }

    /// <summary>Adds a group that was counted elsewhere by the same key.</summary>
    public void Add(LogErrorGroup group)
    {
        switch (_key)
        {
            case ErrorGroupKey.Pattern:
                _kinds!.AddPatterns([group]);
                break;
            case ErrorGroupKey.Exception:
                _kinds!.AddException(group);
                break;
            default:
                _groups.Add(group);
                break;
        }
    }

    private string? NameOf(LogStatusCode response, LogLevel level) => _key switch
    {
        ErrorGroupKey.Level => level.ToString(),
        ErrorGroupKey.Path => response.Path,
        ErrorGroupKey.StatusCode => response.Code.ToString(CultureInfo.InvariantCulture),
        ErrorGroupKey.Exception => null,
        _ => ResponseGroup.TemplateOf(response),
    };

    private string? NameOf(in LogLine line) => _key switch
    {
        ErrorGroupKey.Level => line.Level.ToString(),
        ErrorGroupKey.Path => ControlCharacters.EscapeControlCharacters(line.Path),
        ErrorGroupKey.StatusCode => line.Fields.Status > 0 ? line.Fields.Status.ToString(CultureInfo.InvariantCulture) : null,
        _ => null,
    };
}
