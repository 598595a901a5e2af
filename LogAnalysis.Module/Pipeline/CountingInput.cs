using System.Management.Automation;
using LogAnalysis.Model;

namespace LogAnalysis.Pipeline;

/// <summary>The input of a command that counts: files by path, or what comes through the pipeline.</summary>
internal sealed class CountingInput
{
    /// <summary>
    /// Commands between a follower and this one may hold back the entry that is the last for now. Behind a follower, results are
    /// written this often even so.
    /// </summary>
    private static readonly TimeSpan MaxSilence = TimeSpan.FromSeconds(1);

    private readonly ReadContext _context;
    private readonly IResultWriter _results;
    private readonly FileCounter _files;
    private readonly ILogSink _sink;
    private readonly ResultDelivery _delivery;
    private readonly PipelineInput _pipeline;
    private bool _isAnyFileRead;
    private long _lastFlush = Environment.TickCount64;

    /// <param name="context">What to read, and how.</param>
    /// <param name="results">Counts it.</param>
    public CountingInput(ReadContext context, IResultWriter results)
    {
        _delivery = context.Files.AreNamed ? ResultDelivery.Detached() : ResultDelivery.ReaderBegins(context.Cmdlet.MyInvocation);
        results.Begin(_delivery);
        if (!context.Files.AreNamed)
        {
            DirectPipelineDetector.ReaderBegins(context.Cmdlet.MyInvocation, () => results.UntilDue);
        }

        _context = context;
        _results = results;
        _files = new FileCounter(context);
        context.Errors.Failed += results.Add;
        _sink = context.Filter.Before(results.Sink);
        _pipeline = new PipelineInput(context, _sink, looksAhead: results.Counter is not null, AddFile, results.Add);
    }

    /// <summary>Counts the files that the path parameters name, all together, or an object from the pipeline.</summary>
    public void Read(PSObject? input)
    {
        if (_context.Files.AreNamed)
        {
            _isAnyFileRead = AddFiles(ExpectFiles());
        }
        else if (input is not null)
        {
            Add(input);
            _results.WriteDue(_delivery);
        }
    }

    /// <summary>Counts each file that the path parameters name by a counter of its own.</summary>
    /// <param name="create">Makes the counter of a file.</param>
    /// <param name="write">Takes the counter of a file that could be read. Files come in their order.</param>
    public void CountEachFile<TCounter>(Func<TCounter> create, Action<TCounter> write)
        where TCounter : ILogCounter => _files.Count(ExpectFiles(), create, write);

    /// <summary>Counts each file that the path parameters name, and writes its results.</summary>
    /// <param name="create">Makes what counts and writes.</param>
    public void CountEachFile(Func<IResultWriter> create)
    {
        foreach (string file in ExpectFiles())
        {
            IResultWriter results = create();
            if (_files.TryRead(file, results.Sink))
            {
                results.Complete();
            }
        }
    }

    /// <summary>Writes the results over all input. There are some even where nothing came from the pipeline, but none where nothing could be read.</summary>
    public void Complete()
    {
        _pipeline.Complete();
        _sink.Flush();
        _context.Filter.ReportTimeouts();
        if (_context.Files.AreNamed ? _isAnyFileRead : !_pipeline.IsUnreadable)
        {
            StopDetector.Write(_results.Complete, () => _delivery.Complete(_context.Cmdlet));
        }

        _context.CompleteReading();
    }

    private string[] ExpectFiles()
    {
        string[] files = [.. _context.Files.Resolve()];
        _context.Progress.Expect(files, isAll: true);
        return files;
    }

    /// <summary>Counts files, and returns whether any could be read.</summary>
    private bool AddFiles(string[] files)
    {
        bool isAnyRead = false;
        if (_results.Counter is ILogCounter counter)
        {
            _files.Count(files, counter.Fork, Merge);
            return isAnyRead;
        }

        foreach (string file in files)
        {
            isAnyRead |= _files.TryRead(file, _results.Sink);
        }

        return isAnyRead;

        void Merge(ILogCounter counted)
        {
            isAnyRead = true;
            counter.Merge(counted);
        }
    }

    private void Add(PSObject input)
    {
        switch (input.BaseObject)
        {
            case LogEntry entry:
                _results.Expect(LogEntryBatch.OriginOf(entry));
                Add(entry, LogEntryBatch.Live(entry));
                break;
            case LogEntryBatch batch:
                Add(batch);
                break;
            default:
                _results.Expect(InputOrigin.Unknown);
                _delivery.Begin();
                _pipeline.Add(input);
                break;
        }
    }

    private void Add(LogEntryBatch batch)
    {
        _results.Expect(batch.Origin);
        foreach (LogEntry entry in batch.Entries)
        {
            _context.Stop.ThrowIfCancellationRequested();
            Add(entry, batch);
            batch.Take();
        }

        if (batch is { Entries.Count: 0, IsLive: true, IsLastBeforePause: true })
        {
            // What came before a pause was not wanted.
            FlushPending();
        }
    }

    private void Add(LogEntry entry, LogEntryBatch? batch)
    {
        _delivery.Begin();
        _pipeline.Add(entry);
        if (batch is not { IsLive: true })
        {
            return;
        }

        if (batch.EndsWith(entry))
        {
            FlushPending();
        }
        else if (Environment.TickCount64 - _lastFlush >= MaxSilence.TotalMilliseconds)
        {
            Flush();
        }
    }

    private void FlushPending()
    {
        _sink.Flush();
        Flush();
    }

    private void Flush()
    {
        _results.Flush(_delivery);
        _lastFlush = Environment.TickCount64;
    }

    private bool AddFile(string file)
    {
        _results.Expect(InputOrigin.Finite);
        _context.Progress.Expect([file], isAll: false);
        return AddFiles([file]);
    }
}
