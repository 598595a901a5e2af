using System.Text.RegularExpressions;
using LogAnalysis.Text;

namespace LogAnalysis.Reporting;

/// <summary>Makes text from a log fit for a cell of a spreadsheet.</summary>
internal static partial class CsvText
{
    /// <summary>
    /// The text in one line, with escapes for what commands a terminal or hides, and with an apostrophe before what a spreadsheet would
    /// take for a formula. Where a comma is a decimal point, spreadsheets part cells at semicolons, quoted or not: so that is looked for
    /// after each of those too.
    /// </summary>
    /// <remarks>Source: OWASP, CSV Injection.</remarks>
    public static string Defuse(string text)
    {
        // A tab or a carriage return counts as the beginning of a formula too; escaped, they are none.
        string safe = FormulaInside().Replace(ControlCharacters.Escape(text), "$1'");
        bool isFormula = FormulaAtStart().IsMatch(safe) || text.StartsWith('\t') || text.StartsWith('\r');
        return isFormula ? "'" + safe : safe;
    }

    /// <summary>Full-width signs begin a formula in some languages.</summary>
    [GeneratedRegex(@"^[\s""]*[=+\-@＝＋－＠]", RegexOptions.CultureInvariant)]
    private static partial Regex FormulaAtStart();

    [GeneratedRegex(@"(;[\s""']*)(?=[=+\-@＝＋－＠])", RegexOptions.CultureInvariant)]
    private static partial Regex FormulaInside();
}
