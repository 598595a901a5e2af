namespace LogAnalysis.Tests.Fuzzing;

/// <summary>The resident memory of this process.</summary>
internal static class ProcessMemory
{
    // Linux: 5 resets the peak (proc(5)). Elsewhere the peak is that of the whole life of the process.
    private const string ResetFile = "/proc/self/clear_refs";

    /// <summary>The peak since <see cref="ResetPeak"/>, in bytes.</summary>
    public static long Peak
    {
        get
        {
            using var self = System.Diagnostics.Process.GetCurrentProcess();
            return self.PeakWorkingSet64;
        }
    }

    /// <summary>Starts counting the peak again where the system can.</summary>
    /// <returns>What the process holds now, in bytes.</returns>
    public static long ResetPeak()
    {
        if (File.Exists(ResetFile))
        {
            File.WriteAllText(ResetFile, "5");
        }

        return Environment.WorkingSet;
    }
}
