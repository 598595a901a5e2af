using LogAnalysis.Model;

namespace LogAnalysis.Reporting;

/// <summary>How much one line adds to a count.</summary>
internal delegate long LineCount(in LogLine line);
