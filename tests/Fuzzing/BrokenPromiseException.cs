namespace LogAnalysis.Tests.Fuzzing;

/// <summary>Something was not as promised.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message);
