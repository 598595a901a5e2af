namespace LogAnalysis.Tests.Fuzzing;

/// <summary>What came of one input.</summary>
/// <param name="Bytes">How large it was.</param>
/// <param name="Time">How long it took.</param>
/// <param name="Failure">What promise it broke, as small as it still breaks it; null where it broke none.</param>
internal sealed record FuzzTrial(int Bytes, TimeSpan Time, FuzzFailure? Failure);
