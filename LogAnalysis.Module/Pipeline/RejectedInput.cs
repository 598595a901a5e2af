using System.Management.Automation;
using LogAnalysis.Errors;

namespace LogAnalysis.Pipeline;

/// <summary>Objects from the pipeline that a command could not take: one error for all with the same reason, at the end.</summary>
internal sealed class RejectedInput(PSCmdlet cmdlet)
{
    private readonly SortedDictionary<InputOutcome, (object First, long Count)> _byReason = [];

    /// <summary>Notes an object.</summary>
    public void Add(InputOutcome reason, object input) =>
        _byReason[reason] = _byReason.TryGetValue(reason, out (object First, long Count) known) ? (known.First, known.Count + 1) : (input, 1);

    /// <summary>Reports them.</summary>
    public void Report()
    {
        foreach ((InputOutcome reason, (object first, long count)) in _byReason)
        {
            cmdlet.WriteError(reason switch
            {
                InputOutcome.NotAFile => LogErrors.NotAFile(first, count),
                InputOutcome.Impossible => LogErrors.ImpossibleCounts(first, count),
                InputOutcome.CannotSplitByTime => LogErrors.CannotSplitByTime(first, count),
                InputOutcome.CannotFilter => LogErrors.CannotFilterCounts(first, count),
                _ => LogErrors.UnsupportedInput(first, count),
            });
        }

        _byReason.Clear();
    }
}
