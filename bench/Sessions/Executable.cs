namespace LogAnalysis.Bench.Sessions;

/// <summary>Programs that are installed on this machine.</summary>
internal static class Executable
{
    /// <summary>The full path of a program in the folders of <c>PATH</c>; null where it is in none.</summary>
    public static string? Find(string name)
    {
        string file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
    }
}
