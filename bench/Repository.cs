namespace LogAnalysis.Bench;

/// <summary>Where this program was built: the module that it measures lies there.</summary>
internal static class Repository
{
    private const string ManifestName = "LogAnalysis.psd1";

    /// <summary>Where logs are generated unless somebody says otherwise. What builds leave behind lies there too, and is no part of the repository.</summary>
    public static string DefaultDataFolder => Path.Combine(FindRoot(), "out", "bench");

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, ManifestName)))
            {
                return folder.FullName;
            }
        }

        throw new BenchException($"There is no {ManifestName} in {AppContext.BaseDirectory}, or in a folder above it.");
    }
}
