using System.Management.Automation;
using LogAnalysis.Counting;
using LogAnalysis.Errors;
using LogAnalysis.Formats;
using LogAnalysis.Pipeline;

namespace LogAnalysis.Commands;

/// <summary>Extracts HTTP status codes from logs, response by response or summed up.</summary>
[Cmdlet(VerbsCommon.Get, "LogStatusCode", DefaultParameterSetName = PathSet)]
[OutputType(typeof(LogStatusCode), typeof(LogStatusCodeCount))]
public sealed class GetLogStatusCodeCommand : LogInputCommand
{
    private StatusCodeFilter _filter = StatusCodeFilter.All;
    private StatusCodeCounter? _counter;
    private ILogSink? _sink;

    /// <summary>The statuses that are wanted: codes such as <c>404</c>, and classes such as <c>5xx</c>. Without it, all.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Code { get; set; } = [];

    /// <summary>Writes how often each status occurs, over all input, rather than each response.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <inheritdoc/>
    private protected override ILogSink PipelineSink => _sink!;

    /// <inheritdoc/>
    private protected override ILogCounter? FileCounter => _counter;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Code.Length > 0 && StatusCodeFilter.TryParse(Code, out _filter) is string wrong)
        {
            ThrowTerminatingError(LogErrors.InvalidStatusCode(wrong));
        }

        _counter = Summary ? new StatusCodeCounter(_filter) : null;
        _sink = _counter ?? (ILogSink)new StatusCodeEmitter(this, _filter);
    }

    /// <inheritdoc/>
    private protected override bool TryProcessObject(object input)
    {
        if (input is LogStatusCodeCount count && _counter is not null)
        {
            _counter.Add(count);
            return true;
        }

        if (input is not LogStatusCode response)
        {
            return false;
        }

        if (_counter is not null)
        {
            _counter.Add(response.Code, response.Timestamp);
        }
        else if (_filter.Includes(response.Code))
        {
            WriteObject(response);
        }

        return true;
    }

    /// <inheritdoc/>
    private protected override void WriteResults()
    {
        if (_counter is not null)
        {
            WriteObject(_counter.ToCounts(), enumerateCollection: true);
        }
    }
}
