using System.Collections;
using System.Management.Automation;
using LogAnalysis.Counting;
using LogAnalysis.Errors;
using LogAnalysis.Model;
using LogAnalysis.Objects;

namespace LogAnalysis.Pipeline;

/// <summary>
/// What comes through the pipeline to a command that reads logs: lines, entries, files, objects with a message, and what other commands
/// have counted. A line is never taken for a path, though it carries one.
/// </summary>
/// <param name="context">What to read, and how.</param>
/// <param name="sink">Takes lines.</param>
/// <param name="looksAhead">Whether lines may be held for a while: results come at the end only.</param>
/// <param name="addFile">Takes the full path of a file, and returns whether it could be read.</param>
/// <param name="addCounted">Takes a result of another command.</param>
internal sealed class PipelineInput(
    ReadContext context, ILogSink sink, bool looksAhead, Func<string, bool> addFile, Func<object, InputOutcome> addCounted)
{
    /// <summary>Arrays within arrays can be without end.</summary>
    private const int MaxDepth = 8;

    /// <summary>The lines of a native command's error stream are not mixed with those of its output.</summary>
    private const string ErrorStream = "\0";

    private readonly PipelineLines _lines = new(sink, context.Options, looksAhead);
    private readonly RejectedInput _rejected = new(context.Cmdlet);
    private readonly FileNameWarning _fileNames = new(context.Cmdlet);
    private readonly CountBudget _budget = new();
    private ObjectLine? _line;

    /// <summary>Whether nothing of what came could be read: then there is nothing to tell of.</summary>
    public bool IsUnreadable { get; private set; }

    /// <summary>Whether something could be read.</summary>
    public bool IsAnyTaken { get; private set; }

    /// <summary>Takes an object.</summary>
    public void Add(PSObject input)
    {
        Add(input, depth: 0);
        IsUnreadable = !IsAnyTaken;
    }

    /// <summary>Takes an entry.</summary>
    public void Add(LogEntry entry)
    {
        (IsAnyTaken, IsUnreadable) = (true, false);

        // What was only near an entry was not asked for.
        if (!entry.IsContext)
        {
            sink.Add(entry.AsLine());
        }
    }

    /// <summary>Ends the input: passes on what was kept, and reports what could not be taken.</summary>
    public void Complete()
    {
        _lines.Complete(context.Errors.Warn);
        _rejected.Report();
    }

    private void Add(PSObject input, int depth)
    {
        switch (input.BaseObject)
        {
            case string text:
                _fileNames.Look(text);
                _lines.Add(text, input);
                IsAnyTaken = true;
                break;
            case LogEntry entry:
                Add(entry);
                break;
            case ErrorRecord error when StreamRecord.NativeLineOf(error) is string line:
                _lines.Add(line, ErrorStream);
                IsAnyTaken = true;
                break;
            case IList list when list is not byte[] && depth < MaxDepth:
                AddItems(list, input, depth);
                break;
            case FileSystemInfo or PathInfo:
                AddFile(FileReference.PathOf(input)!);
                break;
            case LogStatusCode or LogStatusCodeCount or LogErrorSummary or LogErrorGroup or LogReport:
                AddCounted(input.BaseObject);
                break;
            default:
                AddOther(input);
                break;
        }
    }

    /// <summary>Adds the items of an array. <c>Get-Content -ReadCount</c> notes on the array which file its lines are from.</summary>
    private void AddItems(IList list, PSObject wrapper, int depth)
    {
        string path = PipelineLines.PathOf(wrapper);
        foreach (object? item in list)
        {
            context.Stop.ThrowIfCancellationRequested();
            if (item is string text || (item is PSObject { BaseObject: string inner } && path.Length > 0 && (text = inner) is not null))
            {
                _fileNames.Look(text);
                _lines.Add(text, path);
                IsAnyTaken = true;
            }
            else if (item is not null)
            {
                Add(PSObject.AsPSObject(item), depth + 1);
            }
        }
    }

    private void AddOther(PSObject input)
    {
        if (Deserialized.HasName(input) && Deserialized.Restore(input) is object restored)
        {
            AddRestored(input, restored);
        }
        else if (MatchedLine.TryCreate(input) is MatchedLine match)
        {
            _lines.Add(match);
            IsAnyTaken = true;
        }
        else if (TryAddObject(input))
        {
            IsAnyTaken = true;
        }
        else if (FileReference.PathOf(input) is string path)
        {
            AddFile(path);
        }
        else if (input.BaseObject is PSCustomObject && Deserialized.Restore(input) is object report)
        {
            AddRestored(input, report);
        }
        else
        {
            _rejected.Add(InputOutcome.Unsupported, input.BaseObject is PSCustomObject ? input : input.BaseObject);
        }
    }

    private void AddRestored(PSObject input, object restored)
    {
        if (restored is DeserializedEntry entry)
        {
            _lines.Add(entry.Text, entry.Path ?? string.Empty);
            IsAnyTaken = true;
        }
        else if (restored is not LogReport report || IsKnown(input, report))
        {
            AddCounted(restored);
        }
    }

    private bool IsKnown(PSObject input, LogReport report)
    {
        try
        {
            Deserialized.RequireKnownVersion(input);
            return true;
        }
        catch (InvalidDataException unknown)
        {
            context.Cmdlet.WriteError(LogErrors.UnusableReport(report, unknown));
            return false;
        }
    }

    private bool TryAddObject(PSObject input)
    {
        _line ??= new ObjectLine();
        bool isEntry = _line.TryWrite(input, out ReadOnlySpan<byte> line);
        if (isEntry)
        {
            _lines.AddObject(line);
        }

        return isEntry;
    }

    private void AddFile(string path)
    {
        foreach (string file in context.Files.OfPath(path))
        {
            IsAnyTaken |= addFile(file);
        }
    }

    private void AddCounted(object counted)
    {
        bool canFilter = counted is LogStatusCode && context.Filter.Inner.Where is null;
        InputOutcome outcome = !CountLimits.ArePossible(counted) || !_budget.TryTake(CountLimits.Of(counted)) ? InputOutcome.Impossible
            : canFilter && !context.Filter.Includes((LogStatusCode)counted) ? InputOutcome.Taken
            : !canFilter && !context.Filter.Inner.IncludesAll ? InputOutcome.CannotFilter
            : addCounted(counted);
        if (outcome == InputOutcome.Taken)
        {
            IsAnyTaken = true;
        }
        else
        {
            _rejected.Add(outcome, counted);
        }
    }
}
