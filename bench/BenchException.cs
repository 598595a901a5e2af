namespace LogAnalysis.Bench;

/// <summary>Something cannot be measured. Its message is one line for whoever asked.</summary>
internal sealed class BenchException(string message) : Exception(message);
