using LogAnalysis.Fields;
using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Parsing;

namespace LogAnalysis.Parallel;

/// <summary>
/// Merges the partitions of a file in their order. One that was counted ahead is merged if the pipeline before it has come to the line where it
/// began, and remembers nothing that would have changed its counts. Otherwise its text goes through that pipeline. So the counts are those of
/// reading from beginning to end.
/// </summary>
/// <param name="source">Where the lines of the file come from.</param>
/// <param name="counter">Counts them all in the end.</param>
internal sealed class PartitionMerger(LineSource source, ILogCounter counter)
{
    /// <summary>Where counting ahead was in vain, it is tried again after 1, 2, 4, ... partitions, up to this many.</summary>
    private const int MaxBackoff = 64;

    private ILogCounter? _firstFork;
    private CountingPipeline _last = new(source, counter);
    private int _backoff;
    private int _nextAhead;
    private bool _isInText;

    /// <summary>The columns that the log has declared up to the last partition that was merged.</summary>
    public ColumnLayout? Columns => _last.Lines.Parser.Columns;

    /// <summary>What of the file is no text.</summary>
    public UnreadableText Unreadable => _last.Lines.Parser.Unreadable;

    /// <summary>Why the file could not be read to its end; null where it could.</summary>
    public LogFileException? Failure { get; private set; }

    /// <summary>Counts a partition ahead of those before it, on any thread, if that is likely to be of use.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="columns">The columns that the log is assumed to have declared before it.</param>
    public void CountAhead(Partition partition, ColumnLayout? columns)
    {
        if (partition.Index >= Volatile.Read(ref _nextAhead))
        {
            partition.Count(new CountingPipeline(source with { Columns = columns }, Interlocked.Exchange(ref _firstFork, null) ?? counter.Fork()), Volatile.Read(ref _isInText));
        }
    }

    /// <summary>Merges the next partition.</summary>
    public void Add(Partition partition)
    {
        _last.Lines.Push(partition.Head);
        if (partition.Follows(_last))
        {
            Append(partition.Counted!);
        }
        else
        {
            _last.Lines.Push(partition.Rest);
            BackOff(partition.Index);
        }

        Volatile.Write(ref _isInText, _last.Lines.Parser.IsInText);
        if (partition.Index == 0)
        {
            // What forks learn of the log is what is known now, however many partitions are merged when the next ones are made.
            _firstFork = counter.Fork();
        }

        if (partition.IsLast)
        {
            Failure = partition.Failure;
            Complete(includesPartialLine: Failure is null);
        }
    }

    private void Append(CountingPipeline next)
    {
        Complete(includesPartialLine: false);
        next.Lines.Parser.Follow(_last.Lines.Parser);
        _last = next;
        _backoff = 0;
    }

    private void Complete(bool includesPartialLine)
    {
        _last.Lines.Complete(includesPartialLine);
        if (_last.Counter != counter)
        {
            counter.Merge(_last.Counter);
        }
    }

    private void BackOff(int index)
    {
        if (index > 0 && index >= _nextAhead)
        {
            _backoff = Math.Clamp(2 * _backoff, 1, MaxBackoff);
            Volatile.Write(ref _nextAhead, index + 1 + _backoff);
        }
    }
}
