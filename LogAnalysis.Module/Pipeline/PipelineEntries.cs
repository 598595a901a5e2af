using System.Management.Automation;
using LogAnalysis.Files;
using LogAnalysis.Parsing;

namespace LogAnalysis.Pipeline;

/// <summary>
/// What comes through the pipeline to a command that writes entries. Lines become whole entries; files are passed on by their paths.
/// </summary>
internal sealed class PipelineEntries
{
    private readonly ReadContext _context;
    private readonly PipelineInput _input;
    private readonly EntryAssembler _assembler;
    private readonly Dictionary<string, Queue<LogEntry>> _kept = new(FileNames.Comparer);
    private readonly bool _keeps;
    private readonly int? _tail;

    /// <param name="context">What to read, and how.</param>
    /// <param name="addFile">Takes the full path of a file.</param>
    /// <param name="keeps">Whether entries are kept, rather than written.</param>
    /// <param name="tail">How many of the last ones are wanted; null for all.</param>
    public PipelineEntries(ReadContext context, Action<string> addFile, bool keeps, int? tail)
    {
        _context = context;
        _assembler = new EntryAssembler(Take);
        _input = new PipelineInput(context, _assembler, looksAhead: false, AddFile, _ => InputOutcome.Unsupported);
        _keeps = keeps || tail is not null;
        _tail = tail;

        bool AddFile(string file)
        {
            addFile(file);
            return true;
        }
    }

    /// <summary>Takes an object.</summary>
    public void Add(PSObject input)
    {
        _input.Add(input);
        if (input.BaseObject is LogEntry entry && LogEntryBatch.Live(entry)?.EndsWith(entry) == true)
        {
            _assembler.Flush();
        }
    }

    /// <summary>Ends the input, and gives what was kept of each file.</summary>
    public IEnumerable<IEnumerable<LogEntry>> Complete()
    {
        _input.Complete();
        _assembler.Flush();
        return _kept.Values;
    }

    private void Take(LogEntry entry)
    {
        if (!_context.Filter.Includes(entry))
        {
            return;
        }

        if (_keeps)
        {
            Keep(entry);
        }
        else
        {
            _context.Cmdlet.WriteObject(entry);
        }
    }

    private void Keep(LogEntry entry)
    {
        string file = entry.Path ?? string.Empty;
        if (!_kept.TryGetValue(file, out Queue<LogEntry>? entries))
        {
            _kept.Add(file, entries = []);
        }

        entries.Enqueue(entry);
        if (entries.Count > _tail)
        {
            entries.Dequeue();
        }
    }
}
