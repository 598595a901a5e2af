using System.Management.Automation;
using System.Text.RegularExpressions;
using LogAnalysis.Counting;
using LogAnalysis.Errors;
using LogAnalysis.Pipeline;
using LogAnalysis.Reading;

namespace LogAnalysis.Commands;

/// <summary>Reads log files once and writes their entries, each with the continuation lines that belong to it.</summary>
[Cmdlet(VerbsCommon.Get, "LogEntry", DefaultParameterSetName = PathSet)]
[OutputType(typeof(LogEntry))]
public sealed class GetLogEntryCommand : LogFileCommand
{
    private EntryFilter _filter = new();
    private EntryAssembler? _assembler;

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

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _filter = new EntryFilter { MinimumLevel = MinimumLevel, Levels = Level, Since = Since, Until = Until, Pattern = CompilePattern() };
        _assembler = new EntryAssembler(Write);
    }

    /// <inheritdoc/>
    protected override void ProcessInput()
    {
        using var progress = new ReadProgress(this);
        foreach (string file in TakesPipeline ? FileFromPipeline() : ResolveFiles())
        {
            TryRead(file, _assembler!, progress);
            _assembler!.Complete();
        }
    }

    private Regex? CompilePattern()
    {
        try
        {
            return Pattern is null ? null : UserPattern.Compile(Pattern);
        }
        catch (RegexParseException malformed)
        {
            ThrowTerminatingError(LogErrors.InvalidPattern(Pattern!, malformed));
            return null;
        }
    }

    private void Write(LogEntry entry)
    {
        if (IsWanted(entry))
        {
            WriteObject(entry);
        }
    }

    private bool IsWanted(LogEntry entry)
    {
        try
        {
            return _filter.Includes(entry);
        }
        catch (RegexMatchTimeoutException tooLong)
        {
            WriteError(LogErrors.PatternTimeout(entry, tooLong));
            return false;
        }
    }
}
