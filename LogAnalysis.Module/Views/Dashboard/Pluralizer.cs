using LogAnalysis.Reporting;

namespace LogAnalysis.Views.Dashboard;

/// <summary>Numbers with what they count.</summary>
internal static class Pluralizer
{
    /// <summary>A count with its noun: <c>1 error</c>, <c>1,200 errors</c>.</summary>
    public static string Count(long count, string one, string several) => $"{DisplayFormat.Count(count)} {(count == 1 ? one : several)}";
}
