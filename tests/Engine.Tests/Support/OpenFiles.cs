namespace LogAnalysis.Tests.Support;

/// <summary>What this process holds, where the platform tells.</summary>
internal static class OpenFiles
{
    /// <summary>How often a file is open.</summary>
    public static int Count(string path) => All().Count(file => file == path);

    public static int Threads() => System.Diagnostics.Process.GetCurrentProcess().Threads.Count;

    private static IEnumerable<string> All()
    {
        foreach (string handle in OperatingSystem.IsLinux() ? Directory.GetFiles("/proc/self/fd") : [])
        {
            string? target = null;
            try
            {
                target = File.ResolveLinkTarget(handle, returnFinalTarget: false)?.FullName;
            }
            catch (IOException)
            {
                // Closed by another test meanwhile.
            }

            if (target is not null)
            {
                yield return target;
            }
        }
    }
}
