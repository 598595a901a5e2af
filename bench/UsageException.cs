namespace LogAnalysis.Bench;

/// <summary>Arguments that mean nothing. Its message is one line for whoever gave them.</summary>
internal sealed class UsageException(string message) : Exception(message);
