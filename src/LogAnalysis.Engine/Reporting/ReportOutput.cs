namespace LogAnalysis.Reporting;

/// <summary>One output format of a report.</summary>
/// <param name="Format">What users call it.</param>
/// <param name="Extensions">The extensions of files that have it, in lower case.</param>
/// <param name="Write">Writes a report.</param>
internal sealed record ReportOutput(ReportFormat Format, string[] Extensions, Action<LogReport, TextWriter> Write)
{
    /// <summary>Whether the file begins with a byte order mark.</summary>
    public bool HasMark { get; init; }
}
