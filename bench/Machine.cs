using System.Runtime.InteropServices;

namespace LogAnalysis.Bench;

/// <summary>What figures depend on most.</summary>
internal static class Machine
{
    private const string ProcessorFile = "/proc/cpuinfo";

    /// <summary>One line: cores, processor, operating system, .NET and PowerShell.</summary>
    /// <param name="powerShell">PowerShell's version.</param>
    public static string Describe(string powerShell) =>
        $"{Environment.ProcessorCount} cores of {Processor()}, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {powerShell}";

    private static string Processor()
    {
        string? line = File.Exists(ProcessorFile) ? File.ReadLines(ProcessorFile).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
