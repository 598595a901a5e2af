using System.Xml.Linq;

namespace LogAnalysis.Reporting;

/// <summary>A column of a table of endpoints.</summary>
/// <param name="Label">Its heading.</param>
/// <param name="IsKnown">Whether an endpoint has it; it is shown where any has.</param>
/// <param name="Cell">The cell of an endpoint.</param>
internal sealed record UrlColumn(string Label, Func<LogUrlCount, bool> IsKnown, Func<LogUrlCount, XElement> Cell);
