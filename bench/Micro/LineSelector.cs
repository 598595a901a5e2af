using LogAnalysis.Model;

namespace LogAnalysis.Bench.Micro;

/// <summary>Takes something of a line, which is valid only during the call.</summary>
internal delegate T LineSelector<T>(in LogLine line);
