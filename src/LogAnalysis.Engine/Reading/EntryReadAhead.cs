using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Parsing;

namespace LogAnalysis.Reading;

/// <summary>Reads the entries of a file on a thread of its own, a little ahead of the thread that takes them.</summary>
internal sealed class EntryReadAhead : IReadProgress, IDisposable
{
    /// <summary>The queue is bounded: a slow taker stops reading.</summary>
    private const int MaxBatches = 8;

    private readonly BlockingCollection<LogEntry[]> _batches = new(MaxBatches);
    private readonly CancellationTokenSource _stop;
    private readonly Task _reading;
    private ExceptionDispatchInfo? _failure;
    private long _position;
    private long _length;

    /// <summary>Begins to read.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="filter">Which entries are wanted. The taker matches its pattern, while this thread reads on.</param>
    /// <param name="cancel">Ends it.</param>
    /// <param name="statistics">Notes what there is, until all entries have been taken; null where it is not asked for.</param>
    public EntryReadAhead(string path, ReadOptions options, EntryFilter filter, CancellationToken cancel, ReadStatistics? statistics = null)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        CancellationToken stop = _stop.Token;
        _reading = Task.Run(() => Read(path, options, filter, statistics, stop), CancellationToken.None);
    }

    /// <summary>How many bytes of the file have been read, and how many there are.</summary>
    public (long Position, long Length) Progress => (Volatile.Read(ref _position), Volatile.Read(ref _length));

    /// <summary>What of the file is no text and was left out, once all entries were taken.</summary>
    public UnreadableText Unreadable { get; private set; }

    /// <summary>The entries, in their order, as many at a time as are there.</summary>
    /// <exception cref="LogFileException">The file cannot be opened, is not text, or reading failed midway; what was read has been given.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IEnumerable<LogEntry[]> Batches()
    {
        foreach (LogEntry[] batch in _batches.GetConsumingEnumerable(_stop.Token))
        {
            yield return batch;
        }

        _failure?.Throw();
    }

    /// <inheritdoc/>
    void IReadProgress.Report(string path, long position, long length)
    {
        Volatile.Write(ref _position, position);
        Volatile.Write(ref _length, length);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _reading.Wait();
        _stop.Dispose();
        _batches.Dispose();
    }

    private void Read(string path, ReadOptions options, EntryFilter filter, ReadStatistics? statistics, CancellationToken stop)
    {
        var batch = new EntryBatch(entries => _batches.Add(entries, stop));
        try
        {
            try
            {
                LogFileReader.Read(path, options, new EntryFilterSink(filter.OfLines(), new EntryAssembler(batch.Add), includesText: null, statistics), this, stop, out UnreadableText unreadable);
                Unreadable = unreadable;
            }
            finally
            {
                batch.Flush();
            }
        }
        catch (Exception failure)
        {
            // Rethrown on the taker's thread, after the entries that were read before.
            _failure = ExceptionDispatchInfo.Capture(failure);
        }

        _batches.CompleteAdding();
    }
}
