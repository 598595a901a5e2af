using System.Management.Automation;
using Microsoft.Extensions.FileSystemGlobbing;

namespace LogAnalysis.Paths;

/// <summary>A path with <c>**</c>, which PowerShell's own wildcards lack: any number of folders.</summary>
internal static class GlobPattern
{
    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>Whether a path is one for this class.</summary>
    public static bool IsMatch(string path) => path.Contains("**", StringComparison.Ordinal);

    /// <summary>Splits a pattern into the folder where it begins, and the rest.</summary>
    public static (string Root, string Pattern) Split(string path)
    {
        int wildcard = path.IndexOfAny(['*', '?']);
        int separator = path.LastIndexOfAny(Separators, wildcard);
        string root = separator < 0 ? "." : path[..(separator + 1)];
        return (WildcardPattern.Unescape(root), path[(separator + 1)..]);
    }

    /// <summary>
    /// The files below a folder that match, by name. As for PowerShell's own wildcards, upper and lower case are the same on every system, and
    /// hidden files are not matched. Links to folders are not entered.
    /// </summary>
    /// <param name="root">The folder.</param>
    /// <param name="pattern">The pattern below it.</param>
    /// <param name="report">Called with the path of a folder that cannot be listed, and why.</param>
    public static IEnumerable<string> Expand(string root, string pattern, Action<string, Exception> report)
    {
        return new Matcher(StringComparison.OrdinalIgnoreCase)
            .AddInclude(pattern)
            .Execute(new GlobFolder(new DirectoryInfo(root), report))
            .Files
            .Select(file => Path.GetFullPath(Path.Combine(root, file.Path)))
            .Order(StringComparer.Ordinal);
    }
}
