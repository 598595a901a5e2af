using LogAnalysis.Model;

namespace LogAnalysis.Counting;

/// <summary>
/// The entries that are not over. An entry is open until the next one of its stream begins: lines of several containers, or of several files, come one between the
/// other.
/// </summary>
/// <param name="count">Takes each entry that is over.</param>
/// <param name="hasTemplates">Whether somebody asks for the templates of messages.</param>
/// <param name="masks">What is a value in them besides; null for nothing.</param>
internal sealed class OpenErrors(Action<OpenError> count, bool hasTemplates, MessageMasks? masks)
{
    /// <summary>Streams are without end where files are followed for weeks.</summary>
    private const int MaxOpen = 1024;

    private readonly Dictionary<object, OpenError> _others = new(ReferenceEqualityComparer.Instance);
    private OpenError? _last;

    /// <summary>An entry begins, so that the one before it in its stream is over.</summary>
    /// <param name="line">Its first line, or the whole entry.</param>
    /// <param name="origin">Where it is from.</param>
    public void Begin(in LogLine line, in EntryOrigin origin)
    {
        OpenError open = Find(line.Stream) ?? Open();
        if (open.Entry.Stream is not null)
        {
            count(open);
        }

        open.Begin(in line, in origin);
        _last = open;
    }

    /// <summary>An entry goes on.</summary>
    /// <param name="line">Its next line.</param>
    public void Continue(in LogLine line)
    {
        if (Find(line.Stream) is OpenError open && open.Entry.Ordinal == line.Ordinal)
        {
            open.Continue(in line);
        }
    }

    /// <summary>Counts all entries as they are now.</summary>
    public void Complete()
    {
        CountOthers();
        if (_last is not null)
        {
            count(_last);
            _last = null;
        }
    }

    private OpenError? Find(object stream)
    {
        if (ReferenceEquals(_last?.Entry.Stream, stream))
        {
            return _last;
        }

        if (!_others.Remove(stream, out OpenError? open))
        {
            return null;
        }

        Suspend();
        return _last = open;
    }

    private OpenError Open()
    {
        Suspend();
        if (_others.Count >= MaxOpen)
        {
            CountOthers();
        }

        return new OpenError(hasTemplates, masks);
    }

    private void Suspend()
    {
        if (_last is not null)
        {
            _others[_last.Entry.Stream] = _last;
            _last = null;
        }
    }

    private void CountOthers()
    {
        foreach (OpenError open in _others.Values)
        {
            count(open);
        }

        _others.Clear();
    }
}
