namespace LogAnalysis.Shell;

/// <summary>Where the module lies that this shell imports.</summary>
internal static class ModuleManifest
{
    private const string FileName = "LogAnalysis.psd1";

    /// <summary>The manifest in the folder of this program, or in the nearest one above it.</summary>
    public static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string manifest = Path.Combine(folder.FullName, FileName);
            if (File.Exists(manifest))
            {
                return manifest;
            }
        }

        throw new ModuleImportException(FileName, $"there is none in {AppContext.BaseDirectory}, or in a folder above it.");
    }
}
