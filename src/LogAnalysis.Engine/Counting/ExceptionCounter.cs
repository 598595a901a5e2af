using LogAnalysis.Model;

namespace LogAnalysis.Counting;

/// <summary>
/// Counts entries by their exceptions, which their further lines tell. An entry is open until the next one of its stream begins: lines of several
/// containers, or of several files, come one between the other.
/// </summary>
internal sealed class ExceptionCounter
{
    /// <summary>The name of what was given up.</summary>
    public const string Others = "(other exceptions)";

    /// <summary>Streams are without end where files are followed for weeks.</summary>
    private const int MaxOpen = 1024;

    private readonly BoundedGroups _groups = new(nameof(ErrorGroupKey.Exception), Others);
    private readonly Dictionary<object, OpenException> _others = new(ReferenceEqualityComparer.Instance);
    private OpenException? _last;
    private ExceptionNameCache? _names;

    /// <summary>Most counters of a partition see no errors.</summary>
    private ExceptionNameCache Names => _names ??= new ExceptionNameCache();

    /// <summary>An entry begins.</summary>
    public void Begin(in LogLine line, in EntryOrigin origin)
    {
        OpenException open = Find(line.Stream) ?? Open();
        if (open.Entry.Stream is not null)
        {
            open.CountIn(_groups, Names);
        }

        open.Begin(in line, in origin);
        _last = open;
    }

    /// <summary>An entry goes on.</summary>
    public void Continue(in LogLine line)
    {
        if (Find(line.Stream) is OpenException open && open.Entry.Ordinal == line.Ordinal)
        {
            open.Continue(in line);
        }
    }

    /// <summary>Adds a group that was counted elsewhere.</summary>
    public void Add(LogErrorGroup group) => _groups.Add(group);

    /// <summary>Adds what another counter has counted, which is not used any more.</summary>
    public void Merge(ExceptionCounter other)
    {
        Complete();
        other.Complete();
        _groups.Merge(other._groups);
    }

    /// <summary>The groups, the largest first, then by name; what was given up last. Open entries are counted as they are now.</summary>
    public LogErrorGroup[] ToGroups()
    {
        Complete();
        return _groups.ToGroups();
    }

    private OpenException? Find(object stream)
    {
        if (ReferenceEquals(_last?.Entry.Stream, stream))
        {
            return _last;
        }

        if (!_others.Remove(stream, out OpenException? open))
        {
            return null;
        }

        Park();
        return _last = open;
    }

    private OpenException Open()
    {
        Park();
        if (_others.Count >= MaxOpen)
        {
            CountOthers();
        }

        return new OpenException();
    }

    private void Park()
    {
        if (_last is not null)
        {
            _others[_last.Entry.Stream] = _last;
            _last = null;
        }
    }

    private void Complete()
    {
        CountOthers();
        _last?.CountIn(_groups, Names);
        _last = null;
    }

    private void CountOthers()
    {
        foreach (OpenException open in _others.Values)
        {
            open.CountIn(_groups, Names);
        }

        _others.Clear();
    }
}
