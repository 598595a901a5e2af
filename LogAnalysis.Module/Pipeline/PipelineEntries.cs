using System.Management.Automation;
using LogAnalysis.Files;
using LogAnalysis.Parsing;
using LogAnalysis.Reading;

namespace LogAnalysis.Pipeline;

/// <summary>
/// What comes through the pipeline to a command that writes entries. Lines become whole entries; files are passed on by their paths.
/// </summary>
internal sealed class PipelineEntries
{
    private readonly ReadContext _context;
    private readonly PipelineInput _input;
    private readonly EntryAssembler _assembler;
    private readonly Dictionary<string, PipedFile> _files = new(FileNames.Comparer);
    private readonly Func<PipedFile> _createFile;
    private readonly FieldProperties? _fields;

    /// <param name="context">What to read, and how.</param>
    /// <param name="addFile">Takes the full path of a file.</param>
    /// <param name="merges">Whether entries are kept to be merged, rather than written.</param>
    /// <param name="tail">How many of the last ones are wanted; null for all.</param>
    /// <param name="around">How many entries around each are wanted.</param>
    /// <param name="fields">The fields that are added to entries; null for none.</param>
    public PipelineEntries(ReadContext context, Action<string> addFile, bool merges, int? tail, EntryContext around, FieldProperties? fields)
    {
        _fields = fields;
        _context = context;
        _assembler = new EntryAssembler(Take);
        _input = new PipelineInput(context, _assembler, looksAhead: false, AddFile, _ => InputOutcome.Unsupported);

        // What is around merged entries is found when they are merged.
        bool keepsAll = merges && !around.IsEmpty;
        _createFile = () => new PipedFile(keepsAll ? null : tail, around, isKept: merges || tail is not null, keepsAll);

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
        return _files.Values.Select(file => file.Kept);
    }

    private void Take(LogEntry entry)
    {
        string path = entry.Path ?? string.Empty;
        if (!_files.TryGetValue(path, out PipedFile? file))
        {
            _files.Add(path, file = _createFile());
        }

        foreach (LogEntry selected in file.Add(entry, _context.Filter.Includes(entry)))
        {
            _context.Cmdlet.WriteObject(_fields is null ? selected : _fields.AddTo(selected));
        }
    }
}
