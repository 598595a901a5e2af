using System.Management.Automation;
using LogAnalysis.Counting;
using LogAnalysis.Errors;
using LogAnalysis.Reading;

namespace LogAnalysis.Commands;

/// <summary>Reads log files once and writes their entries, each with the continuation lines that belong to it.</summary>
[Cmdlet(VerbsCommon.Get, "LogEntry", DefaultParameterSetName = PathSet)]
[OutputType(typeof(LogEntry))]
public sealed class GetLogEntryCommand : LogFileCommand
{
    private readonly List<string> _merged = [];
    private EntryFilter _filter = new();

    /// <summary>The least serious level to write. Default: all, also entries without a level.</summary>
    [Parameter]
    public LogLevel MinimumLevel { get; set; }

    /// <summary>The levels to write. Default: all.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public LogLevel[] Level { get; set; } = [];

    /// <summary>
    /// The earliest time to write: a date, a time of day (of today), or a span back from now such as <c>-1h</c>. Entries without a
    /// time are left out then.
    /// </summary>
    [Parameter]
    [Moment]
    public DateTimeOffset? Since { get; set; }

    /// <summary>The time from which on nothing is written, given like <c>-Since</c>.</summary>
    [Parameter]
    [Moment]
    public DateTimeOffset? Until { get; set; }

    /// <summary>A regular expression that the entry's text, continuation lines included, must match. Case does not matter.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Pattern { get; set; }

    /// <summary>
    /// How many entries to write of each file, the last of those that the other parameters let through; with <c>-Merge</c>, of all files
    /// together. Files are read from their ends. Default: all.
    /// </summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? Tail { get; set; }

    /// <summary>Writes the entries of all files by time rather than file by file. Each file must be in order itself.</summary>
    [Parameter]
    public SwitchParameter Merge { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _filter = new EntryFilter { MinimumLevel = MinimumLevel, Levels = Level, Since = Since, Until = Until, Pattern = CompilePattern(Pattern) };
    }

    /// <inheritdoc/>
    protected override void ProcessInput()
    {
        string[] files = TakesPipeline ? FileFromPipeline() : [.. ResolveFiles()];
        Progress.Expect(files, isAll: !TakesPipeline || Merge);
        foreach (string file in files)
        {
            if (Merge)
            {
                _merged.Add(file);
            }
            else if (Tail is int count)
            {
                WriteObject(ReadTail(file, count), enumerateCollection: true);
            }
            else
            {
                WriteEntries(file);
            }
        }
    }

    /// <inheritdoc/>
    protected override void Finish()
    {
        using var merge = new EntryMerge(failure => WriteError(LogErrors.ForFile(failure)));
        foreach (string file in _merged.Distinct(StringComparer.Ordinal))
        {
            AddSource(merge, file);
        }

        IEnumerable<LogEntry> entries = merge.Merge();
        foreach (LogEntry entry in Tail is int count ? entries.TakeLast(count) : entries)
        {
            StopToken.ThrowIfCancellationRequested();
            WriteObject(entry);
        }

        ReportGivenUpFormats();
    }

    private void AddSource(EntryMerge merge, string file)
    {
        try
        {
            merge.Add(Tail is int count ? ReadTail(file, count).GetEnumerator() : Filter(new EntryReader(file, ReadOptions), file));
        }
        catch (LogFileException failure)
        {
            WriteError(LogErrors.ForFile(failure));
        }
    }

    private IEnumerator<LogEntry> Filter(EntryReader reader, string file)
    {
        using (reader)
        {
            long reported = 0;
            while (reader.MoveNext())
            {
                StopToken.ThrowIfCancellationRequested();
                (long position, long length) = reader.Progress;
                if (position != reported)
                {
                    reported = position;
                    Progress.Report(file, position, length);
                }

                if (IsWanted(reader.Current))
                {
                    yield return reader.Current;
                }
            }
        }

        Progress.Complete(file);
    }

    private IReadOnlyCollection<LogEntry> ReadTail(string file, int count)
    {
        try
        {
            if (count == 0)
            {
                return [];
            }

            IReadOnlyCollection<LogEntry> entries = EntryTail.Read(file, ReadOptions, count, IsWanted, Progress, StopToken, out LogFileException? midway);
            ReportFailure(midway);
            return entries;
        }
        catch (LogFileException failure)
        {
            WriteError(LogErrors.ForFile(failure));
            return [];
        }
        finally
        {
            Progress.Complete(file);
        }
    }

    private void WriteEntries(string file)
    {
        using var reader = new EntryReadAhead(file, ReadOptions, _filter, StopToken);
        try
        {
            foreach (LogEntry[] batch in reader.Batches())
            {
                Write(batch);
                (long position, long length) = reader.Progress;
                Progress.Report(file, position, length);
            }
        }
        catch (LogFileException failure)
        {
            ReportFailure(failure);
        }
        finally
        {
            Progress.Complete(file);
        }

        ReportGivenUpFormats();
    }

    private void Write(LogEntry[] entries)
    {
        foreach (LogEntry entry in entries)
        {
            StopToken.ThrowIfCancellationRequested();
            if (IsWanted(entry))
            {
                WriteObject(entry);
            }
        }
    }

    private bool IsWanted(LogEntry entry) => Includes(_filter, entry);
}
