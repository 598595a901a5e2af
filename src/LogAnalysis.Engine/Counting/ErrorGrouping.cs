using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>Counts entries by what they have in common.</summary>
internal sealed class ErrorGrouping : IGroupCounter
{
    private readonly ErrorGroupKey _key;
    private readonly LogLevel _minimumLevel;
    private readonly PatternTable? _patterns;
    private readonly ExceptionCounter? _exceptions;
    private readonly BoundedGroups _groups;
    private readonly ConcurrentBag<RequestTemplateCache> _caches;
    private readonly MessageValues _values = new();
    private RequestTemplateCache? _requests;
    private readonly EntryMemory<EntryOrigin> _withoutMessage = new();

    /// <summary>Counts nothing yet.</summary>
    /// <param name="key">What entries of a group have in common.</param>
    /// <param name="minimumLevel">The least serious level that counts.</param>
    public ErrorGrouping(ErrorGroupKey key, LogLevel minimumLevel)
        : this(key, minimumLevel, [])
    {
    }

    private ErrorGrouping(ErrorGroupKey key, LogLevel minimumLevel, ConcurrentBag<RequestTemplateCache> caches)
    {
        _key = key;
        _groups = new BoundedGroups(By);
        _minimumLevel = minimumLevel;
        _patterns = key == ErrorGroupKey.Pattern ? new PatternTable(minimumLevel) : null;
        _exceptions = key == ErrorGroupKey.Exception ? new ExceptionCounter() : null;
        _caches = caches;
    }

    /// <inheritdoc/>
    public string By => _key.ToString();

    /// <inheritdoc/>
    public LogLevel DetailThreshold => _minimumLevel;

    /// <inheritdoc/>
    public void Add(in LogLine line) => Add(in line, line.IsContinuation || line.Level < _minimumLevel ? null : line.ParseTimestamp());

    /// <inheritdoc/>
    ILogCounter ILogCounter.Fork() => Fork();

    /// <inheritdoc cref="ILogCounter.Fork"/>
    public ErrorGrouping Fork() => new(_key, _minimumLevel, _caches);

    /// <inheritdoc/>
    public void Merge(ILogCounter partition)
    {
        var other = (ErrorGrouping)partition;
        if (other._requests is not null)
        {
            _caches.Add(other._requests);
        }

        if (_patterns is not null)
        {
            _patterns.Merge(other._patterns!);
            return;
        }

        _exceptions?.Merge(other._exceptions!);
        _groups.Merge(other._groups);
    }

    /// <summary>Adds a line whose time is known already.</summary>
    public void Add(in LogLine line, DateTimeOffset? time)
    {
        if (_exceptions is not null)
        {
            AddToExceptions(in line, time);
        }
        else if (line.IsContinuation)
        {
            if (line.Fields.CompletesEntry && _withoutMessage.TryGet(line.Entry, out EntryOrigin known))
            {
                Add(in known, in line);
            }
        }
        else if (line.Level >= _minimumLevel)
        {
            var origin = new EntryOrigin(time, line.Level, line.Path);
            if (_patterns is not null && line.Fields.MessageFollows)
            {
                _withoutMessage.Set(line.Entry, origin);
            }
            else
            {
                Add(in origin, in line);
            }
        }
    }

    /// <summary>The groups, the largest first, then by name.</summary>
    public IEnumerable<LogErrorGroup> ToGroups() => _patterns?.ToGroups() ?? (IEnumerable<LogErrorGroup>?)_exceptions?.ToGroups() ?? _groups.ToGroups();

    /// <inheritdoc/>
    bool IGroupCounter.TryAdd(LogStatusCode response)
    {
        Add(response);
        return true;
    }

    /// <summary>Adds a response whose line is not at hand.</summary>
    public void Add(LogStatusCode response)
    {
        LogLevel level = LevelRules.OfStatus(response.Code);
        string mask = RequestTemplate.Apply(Encoding.UTF8.GetBytes(response.RawMethod ?? string.Empty), Encoding.UTF8.GetBytes(response.RawUrl ?? string.Empty), response.Code);
        string? name = _key switch
        {
            ErrorGroupKey.Level => level.ToString(),
            ErrorGroupKey.Path => response.Path,
            ErrorGroupKey.StatusCode => response.Code.ToString(CultureInfo.InvariantCulture),
            ErrorGroupKey.Exception => null,
            _ => mask,
        };
        if (level >= _minimumLevel && name is not null)
        {
            Add(new LogErrorGroup
            {
                By = By,
                Name = name,
                Count = 1,
                Percent = 0,
                Level = level,
                First = response.Timestamp,
                Last = response.Timestamp,
                Example = PatternToken.Show(mask),
                Paths = response.Path is null ? [] : [response.Path],
            });
        }
    }

    /// <summary>Adds a group that was counted elsewhere by the same key.</summary>
    public void Add(LogErrorGroup group)
    {
        if (_exceptions is not null)
        {
            _exceptions.Add(group);
        }
        else if (_patterns is not null)
        {
            _patterns.Add(group);
        }
        else
        {
            _groups.Add(group);
        }
    }

    /// <summary>Adds groups of messages, by their masks, that were counted elsewhere. Only where patterns are counted.</summary>
    public void AddMasks(IEnumerable<LogErrorGroup> masks) => _patterns!.Add(masks);

    /// <summary>The groups of messages by their masks, of which patterns are made. Only where patterns are counted.</summary>
    public LogErrorGroup[] ToMasks() => _patterns!.ToMasks();

    private void AddToExceptions(in LogLine line, DateTimeOffset? time)
    {
        if (line.Level < _minimumLevel)
        {
            return;
        }

        if (line.IsContinuation)
        {
            _exceptions!.Continue(in line);
        }
        else
        {
            _exceptions!.Begin(in line, new EntryOrigin(time, line.Level, line.Path));
        }
    }

    private void Add(in EntryOrigin origin, in LogLine line)
    {
        if (_patterns is not null)
        {
            _patterns.Add(MaskOf(in line), _values, in origin, in line);
            return;
        }

        string? name = _key switch
        {
            ErrorGroupKey.Level => line.Level.ToString(),
            ErrorGroupKey.Path => ControlCharacters.EscapeControlCharacters(line.Path),
            ErrorGroupKey.StatusCode => line.Fields.Status > 0 ? line.Fields.Status.ToString(CultureInfo.InvariantCulture) : null,
            _ => null,
        };
        if (name is not null)
        {
            _groups.GroupOf(name).Add(in origin, in line);
        }
    }

    private string MaskOf(in LogLine line)
    {
        _requests ??= _caches.TryTake(out RequestTemplateCache? known) ? known : new RequestTemplateCache();
        return MessageTemplate.Apply(in line, _requests, _values);
    }
}
