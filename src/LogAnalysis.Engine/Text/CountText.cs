using System.Globalization;

namespace LogAnalysis.Text;

/// <summary>Numbers with what they count, alike in every culture.</summary>
internal static class CountText
{
    /// <summary>A count with its noun: <c>1 error</c>, <c>1,200 errors</c>.</summary>
    public static string Of(long count, string one, string several) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : several)}");

    /// <summary>How many errors and warnings there are among how many entries.</summary>
    public static string OfErrors(long errors, long warnings, long entries) =>
        $"{Of(errors, "error", "errors")} and {Of(warnings, "warning", "warnings")} in {Of(entries, "entry", "entries")}";
}
