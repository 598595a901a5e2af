namespace LogAnalysis.Bench;

/// <summary>Something cannot be measured. The message is one line for the user.</summary>
internal sealed class BenchException(string message) : Exception(message);
