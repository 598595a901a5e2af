namespace LogAnalysis.Files;

/// <summary>How names of files are compared: on Windows and macOS, <c>App.log</c> and <c>app.log</c> are one file.</summary>
internal static class FileNames
{
    public static StringComparison Comparison { get; } = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    public static StringComparer Comparer { get; } = StringComparer.FromComparison(Comparison);
}
