using LogAnalysis.Files;
using LogAnalysis.Parsing;
using LogAnalysis.Reading;

namespace LogAnalysis.Pipeline;

/// <summary>Reads the entries of files into the pipeline. Files that cannot be read are reported.</summary>
/// <param name="context">What to read, and how.</param>
/// <param name="detector">Whether the next command takes batches.</param>
/// <param name="around">How many entries to write around each.</param>
/// <param name="fields">The fields that are added to entries; null for none.</param>
internal sealed class EntryOutput(ReadContext context, DirectPipelineDetector detector, EntryContext around, FieldProperties? fields)
{
    /// <summary>What is around an entry need not be wanted.</summary>
    private readonly EntryFilter _filter = around.IsEmpty ? context.Filter.Inner : new EntryFilter();

    private readonly ReadOptions _options = around.IsEmpty ? context.Options : context.Options with { Within = null };

    /// <summary>Writes the entries of a file as they are read.</summary>
    public void Write(string file)
    {
        // With what is around entries, they are selected and noted when they have been read.
        ReadStatistics? statistics = context.Filter.Statistics is null || !around.IsEmpty ? null : new ReadStatistics();
        using var reader = new EntryReadAhead(file, _options, _filter, context.Stop, statistics);
        var window = new ContextWindow(around);
        try
        {
            foreach (LogEntry[] batch in reader.Batches())
            {
                Write(batch, window);
                (long position, long length) = reader.Progress;
                context.Progress.Report(file, position, length);
            }

            context.Errors.Warn(file, reader.Unreadable);
        }
        catch (LogFileException failure)
        {
            context.Errors.Report(failure);
        }
        finally
        {
            context.Progress.CompleteFile(file);
        }

        context.Filter.Note(statistics);
        context.Errors.ReportGivenUpPatterns();
    }

    /// <summary>Writes the last entries of a file.</summary>
    public void WriteTail(string file, int count) => WriteAll(ReadTail(file, count));

    /// <summary>Writes entries that came through the pipeline, file by file.</summary>
    public void Write(IEnumerable<IEnumerable<LogEntry>> piped) => WriteAll(piped.SelectMany(entries => entries));

    /// <summary>Writes the entries of several files by time.</summary>
    /// <param name="files">Their full paths.</param>
    /// <param name="piped">The entries that came through the pipeline, those of each file apart.</param>
    /// <param name="tail">How many to write, the last ones; null for all.</param>
    public void WriteMerged(IEnumerable<string> files, IEnumerable<IEnumerable<LogEntry>> piped, int? tail)
    {
        using var merge = new EntryMerge(failure => context.Errors.Report(failure));
        foreach (string file in files)
        {
            AddSource(merge, file, tail);
        }

        foreach (IEnumerable<LogEntry> entries in piped)
        {
            merge.Add(entries.GetEnumerator());
        }

        foreach (LogEntry entry in Select(merge.Merge(), tail))
        {
            context.Stop.ThrowIfCancellationRequested();
            Write(entry);
        }
    }

    private void WriteAll(IEnumerable<LogEntry> entries) =>
        context.Cmdlet.WriteObject(fields is null ? entries : entries.Select(entry => fields.AddTo(entry)), enumerateCollection: true);

    private void Write(LogEntry entry) => context.Cmdlet.WriteObject(fields is null ? entry : fields.AddTo(entry));

    /// <summary>The wanted ones of merged entries, and those around them, which may be of other files.</summary>
    private IEnumerable<LogEntry> Select(IEnumerable<LogEntry> entries, int? tail)
    {
        if (around.IsEmpty)
        {
            return tail is int last ? entries.TakeLast(last) : entries;
        }

        if (tail is not int count)
        {
            var window = new ContextWindow(around);
            return entries.SelectMany(entry => window.Add(entry, context.Filter.Includes(entry)));
        }

        var kept = new LastEntries(count, around);
        foreach (LogEntry entry in entries)
        {
            context.Stop.ThrowIfCancellationRequested();
            kept.Add(entry, context.Filter.Includes(entry));
        }

        return kept.ToEntries();
    }

    private void Write(LogEntry[] entries, ContextWindow window)
    {
        IEnumerable<LogEntry> selected = !around.IsEmpty ? entries.SelectMany(entry => window.Add(entry, context.Filter.Includes(entry)))
            : context.Filter.Inner.NeedsText ? entries.Where(context.Filter.IncludesText)
            : entries;
        var batch = new LogEntryBatch(selected as IReadOnlyList<LogEntry> ?? [.. selected]);
        if (detector.IsDirect && fields is null)
        {
            context.Cmdlet.WriteObject(batch);
            return;
        }

        batch.WriteEach(entry =>
        {
            context.Stop.ThrowIfCancellationRequested();
            Write(entry);
        });
    }

    private void AddSource(EntryMerge merge, string file, int? tail)
    {
        try
        {
            merge.Add(tail is int count && around.IsEmpty ? ReadTail(file, count).GetEnumerator() : Read(new EntryReader(file, _options), file));
        }
        catch (LogFileException failure)
        {
            context.Errors.Report(failure);
        }
    }

    private IEnumerator<LogEntry> Read(EntryReader reader, string file)
    {
        using (reader)
        {
            long reported = 0;
            while (reader.MoveNext())
            {
                context.Stop.ThrowIfCancellationRequested();
                (long position, long length) = reader.Progress;
                if (position != reported)
                {
                    reported = position;
                    context.Progress.Report(file, position, length);
                }

                // With what is around entries, they are selected when they are merged.
                if (!around.IsEmpty || context.Filter.Includes(reader.Current))
                {
                    yield return reader.Current;
                }
            }

            context.Errors.Warn(file, reader.Unreadable);
        }

        context.Progress.CompleteFile(file);
    }

    private IReadOnlyCollection<LogEntry> ReadTail(string file, int count)
    {
        try
        {
            if (count == 0)
            {
                return [];
            }

            EntryTailResult tail = EntryTail.Read(file, context.Options, count, around, context.Filter.Includes, context.Progress, context.Stop);
            context.Errors.Warn(file, tail.Unreadable);
            context.Errors.Report(tail.Failure);
            return tail.Entries;
        }
        catch (LogFileException failure)
        {
            context.Errors.Report(failure);
            return [];
        }
        finally
        {
            context.Progress.CompleteFile(file);
        }
    }
}
