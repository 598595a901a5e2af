using System.Management.Automation;
using LogAnalysis.Model;

namespace LogAnalysis.Pipeline;

/// <summary>Writes what was counted of fields, at the end.</summary>
/// <typeparam name="TCounter">What counts.</typeparam>
/// <param name="cmdlet">Where to write.</param>
/// <param name="counter">Counts.</param>
/// <param name="describe">Makes results of what was counted.</param>
internal sealed class FieldWriter<TCounter>(PSCmdlet cmdlet, TCounter counter, Func<TCounter, IEnumerable<object>> describe) : IResultWriter
    where TCounter : ILogCounter
{
    /// <inheritdoc/>
    public ILogSink Sink => counter;

    /// <inheritdoc/>
    public ILogCounter Counter => counter;

    /// <inheritdoc/>
    public InputOutcome Add(object counted) => InputOutcome.Unsupported;

    /// <inheritdoc/>
    public void Complete() => cmdlet.WriteObject(describe(counter), enumerateCollection: true);
}
