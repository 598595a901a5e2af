using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Files;
using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Objects;
using LogAnalysis.Parallel;
using LogAnalysis.Parsing;
using LogAnalysis.Pipeline;

namespace LogAnalysis.Commands;

/// <summary>
/// A command that counts: besides files it takes entries, and lines as <c>Get-Content</c> writes them. A line is never taken for
/// a path, though it carries one.
/// </summary>
public abstract class LogInputCommand : LogFileCommand
{
    /// <summary>
    /// Between a follower and the command stand others, which may hold back the entry that was the last for now. Whatever comes, results
    /// of a pipeline without an end are written this often.
    /// </summary>
    private static readonly TimeSpan MaxSilence = TimeSpan.FromSeconds(1);

    private PipelineLines? _lines;
    private ParallelReadOptions? _scanOptions;
    private long _lastPause = Environment.TickCount64;

    /// <summary>What counts the lines that come through the pipeline.</summary>
    private protected abstract ILogSink PipelineSink { get; }

    /// <summary>What counts files, of which several parts can be counted at a time; null where lines must come one after the other.</summary>
    private protected abstract ILogCounter? FileCounter { get; }

    /// <summary>Whether any file was read that was named by path.</summary>
    private protected bool AnyFile { get; private set; }

    /// <summary>Takes what a fork of <see cref="FileCounter"/> has counted in one file.</summary>
    private protected virtual void AddFile(ILogCounter counted) => FileCounter!.Join(counted);

    /// <summary>Counts a file line by line.</summary>
    /// <returns>Whether any of it was read.</returns>
    private protected virtual bool ProcessFile(string file) => TryRead(file, PipelineSink);

    /// <summary>What passes on to a sink only what a filter lets through.</summary>
    private protected FilteredSink Filter(EntryFilter filter, ILogSink sink) => new(filter, sink, entry => Includes(filter, entry));

    /// <summary>Takes an object that is neither entry nor line nor file.</summary>
    /// <returns>Whether the command knows what to do with it.</returns>
    private protected virtual bool TryProcessObject(object input) => false;

    /// <summary>Is called when no more lines of the last entry are to be expected.</summary>
    private protected virtual void CompleteEntry()
    {
    }

    /// <summary>Is called when a follower has nothing more for now, and from time to time.</summary>
    private protected virtual void OnPause()
    {
    }

    /// <summary>Writes what is known only at the end of the input.</summary>
    private protected abstract void WriteResults();

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (!MyInvocation.BoundParameters.ContainsKey(nameof(Path)) && !MyInvocation.BoundParameters.ContainsKey(nameof(LiteralPath)))
        {
            DirectPipelineDetector.Take(MyInvocation);
        }

        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected sealed override void Finish()
    {
        _lines?.Complete();
        CompleteEntry();
        ReportGivenUpFormats();
        WriteResults();
    }

    /// <inheritdoc/>
    protected sealed override void ProcessInput()
    {
        if (TakesPipeline)
        {
            ProcessObject();
            return;
        }

        ProcessFiles([.. ResolveFiles()]);
    }

    private void ProcessFiles(string[] files)
    {
        Progress.Expect(files, isAll: !TakesPipeline);
        if (FileCounter is not null && !LogFormats.Registered.Any(format => format.CanTakeTooLong))
        {
            // Once for all files: to know how many may be open takes a look at those that are.
            _scanOptions ??= new ParallelReadOptions(ReadOptions) { PartitionSize = FileCounter.PartSize };
            ParallelCounter.Scan(files, _scanOptions, FileCounter.Fork, Take, Progress, StopToken);
            return;
        }

        foreach (string file in files)
        {
            AnyFile |= ProcessFile(file);
        }
    }

    private void Take(FileCount result)
    {
        Progress.Complete(result.Path);
        if (ReportFailure(result.Failure))
        {
            AnyFile = true;
            AddFile(result.Counter);
        }
    }

    private void ProcessObject()
    {
        object? input = InputObject?.BaseObject;
        if (input is LogEntry entry)
        {
            ProcessEntry(entry, LogEntryBatch.Live(entry));
        }
        else if (input is LogEntryBatch bundle)
        {
            ProcessBundle(bundle);
        }
        else
        {
            ProcessOther(input is PSCustomObject ? Deserialized.Restore(InputObject!) ?? input : input);
        }
    }

    private void ProcessBundle(LogEntryBatch bundle)
    {
        foreach (LogEntry entry in bundle.Entries)
        {
            StopToken.ThrowIfCancellationRequested();
            ProcessEntry(entry, bundle);
            bundle.Take();
        }
    }

    private void ProcessEntry(LogEntry entry, LogEntryBatch? batch)
    {
        PipelineSink.Add(entry.AsLine());
        if (batch is not { IsLive: true })
        {
            return;
        }

        bool isLast = batch.EndsWith(entry);
        if (isLast)
        {
            CompleteEntry();
        }

        if (isLast || Environment.TickCount64 - _lastPause >= MaxSilence.TotalMilliseconds)
        {
            OnPause();
            _lastPause = Environment.TickCount64;
        }
    }

    private void ProcessOther(object? input)
    {
        switch (input)
        {
            case null:
                break;
            case string text:
                _lines ??= new PipelineLines(PipelineSink, ReadOptions.Format);
                _lines.Add(text, InputObject!);
                break;
            case DeserializedEntry entry:
                _lines ??= new PipelineLines(PipelineSink, ReadOptions.Format);
                _lines.Add(entry.Text, entry.Path ?? string.Empty);
                break;
            case FileSystemInfo file:
                ProcessFiles(IsExcluded(file.FullName) ? [] : [file.FullName]);
                break;
            case object other when !TryProcessObject(other):
                WriteError(LogErrors.UnsupportedInput(other));
                break;
        }
    }
}
