using CsCheck;

namespace LogAnalysis.Tests.Fuzzing;

/// <summary>A part of the engine that is given any bytes, and what it promises of each.</summary>
/// <param name="name">What it is called where figures are shown and failures are kept.</param>
internal abstract class FuzzTarget(string name)
{
    /// <summary>What it is called.</summary>
    public string Name { get; } = name;

    /// <summary>The inputs that are worth a try: real ones, tampered with, and some of pure noise.</summary>
    public abstract Gen<byte[]> Inputs { get; }

    /// <summary>Tries one input.</summary>
    /// <exception cref="Exception">A promise is broken: whatever is thrown is a failure.</exception>
    public abstract void Try(byte[] input);
}
