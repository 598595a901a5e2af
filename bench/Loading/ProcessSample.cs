using System.Diagnostics;

namespace LogAnalysis.Bench.Loading;

/// <summary>What this process holds at a moment.</summary>
/// <param name="Seconds">When, after the beginning.</param>
/// <param name="Memory">Resident memory in bytes.</param>
/// <param name="Heap">What the last collection left of the managed heap, in bytes.</param>
/// <param name="Handles">Open handles; file descriptors on Linux.</param>
/// <param name="Threads">Threads.</param>
internal sealed record ProcessSample(double Seconds, long Memory, long Heap, int Handles, int Threads)
{
    private const string Descriptors = "/proc/self/fd";

    /// <summary>Takes one.</summary>
    public static ProcessSample Take(double seconds)
    {
        using var self = Process.GetCurrentProcess();
        int handles = Directory.Exists(Descriptors) ? Directory.GetFileSystemEntries(Descriptors).Length : self.HandleCount;
        return new ProcessSample(seconds, self.WorkingSet64, GC.GetGCMemoryInfo().HeapSizeBytes, handles, self.Threads.Count);
    }
}
