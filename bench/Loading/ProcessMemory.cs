using System.Diagnostics;

namespace LogAnalysis.Bench.Loading;

/// <summary>How much memory a process holds, measured from outside.</summary>
internal static class ProcessMemory
{
    /// <summary>What a process holds now, in bytes. Its peak is counted from here on, where the system lets it be counted anew.</summary>
    public static long Begin(int processId)
    {
        // Linux: 5 resets the peak (proc(5)). Elsewhere the peak is that of the whole life of the process, which is higher at the most.
        string reset = $"/proc/{processId}/clear_refs";
        if (File.Exists(reset))
        {
            File.WriteAllText(reset, "5");
        }

        using Process process = Process.GetProcessById(processId);
        return process.WorkingSet64;
    }

    /// <summary>The most that a process has held, in bytes.</summary>
    public static long Peak(int processId)
    {
        using Process process = Process.GetProcessById(processId);
        return process.PeakWorkingSet64;
    }
}
