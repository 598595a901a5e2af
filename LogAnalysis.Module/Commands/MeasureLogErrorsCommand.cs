using System.Management.Automation;
using LogAnalysis.Counting;
using LogAnalysis.Formats;
using LogAnalysis.Pipeline;

namespace LogAnalysis.Commands;

/// <summary>Counts errors in logs: entries of level Error and Critical, and HTTP statuses of 500 and above.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "LogErrors", DefaultParameterSetName = PathSet)]
[Alias("Measure-LogError")]
[OutputType(typeof(LogErrorSummary))]
public sealed class MeasureLogErrorsCommand : LogInputCommand
{
    private readonly ErrorCounter _counter = new();
    private long _errorsWritten;
    private long _linesWritten = -1;
    private bool _anyFile;

    /// <summary>Writes one summary over all files, rather than one a file.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter Total { get; set; }

    /// <inheritdoc/>
    private protected override ILogSink PipelineSink => _counter;

    /// <inheritdoc/>
    private protected override void ProcessFile(string file, ReadProgress progress)
    {
        ErrorCounter counter = Total ? _counter : new ErrorCounter();
        bool read = TryRead(file, counter, progress);
        _anyFile |= read;
        if (read && !Total)
        {
            WriteObject(counter.ToSummary());
        }
    }

    /// <summary>A following pipeline has no end: running totals are written whenever they have changed.</summary>
    private protected override void OnPause()
    {
        if (_counter.Errors != _errorsWritten)
        {
            WriteTotals();
        }
    }

    /// <inheritdoc/>
    private protected override void WriteResults()
    {
        bool due = TakesPipeline ? _counter.Lines != _linesWritten : Total && _anyFile;
        if (due)
        {
            WriteTotals();
        }
    }

    private void WriteTotals()
    {
        _errorsWritten = _counter.Errors;
        _linesWritten = _counter.Lines;
        WriteObject(_counter.ToSummary());
    }
}
