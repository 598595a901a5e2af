using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Querying;

namespace LogAnalysis.Pipeline;

/// <summary>Warns of fields that were asked for and that no entry has: mostly names are mistyped.</summary>
internal static class MissingFields
{
    private const int MaxSuggestions = 3;

    /// <summary>Writes a warning for each such field.</summary>
    /// <param name="cmdlet">Where to.</param>
    /// <param name="census">What was asked for, and what there is.</param>
    public static void Warn(PSCmdlet cmdlet, FieldCensus census)
    {
        if (!census.HasEntries)
        {
            return;
        }

        foreach (FieldName missing in census.Missing)
        {
            IReadOnlyList<string> nearest = census.NearestTo(missing, MaxSuggestions);
            string hint = nearest.Count == 0 ? "The entries have no named fields." : $"Nearest: {string.Join(", ", nearest)}. Measure-LogField lists all fields.";
            cmdlet.Warn($"No entry has a field named '{missing}'. {hint}");
        }
    }
}
