using System.Management.Automation;

namespace LogAnalysis.Paths;

/// <summary>Expands a full path with wildcards without a session, as a thread of our own has to.</summary>
internal static class PathPattern
{
    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];
    private static readonly WildcardOptions Options =
        WildcardOptions.CultureInvariant | (OperatingSystem.IsLinux() ? WildcardOptions.None : WildcardOptions.IgnoreCase);

    /// <summary>The files that a path names, by name. What cannot be looked into names none.</summary>
    /// <param name="path">A full path, in which <c>**</c> stands for any number of folders.</param>
    public static IEnumerable<string> Expand(string path)
    {
        try
        {
            if (GlobPattern.IsMatch(path))
            {
                (string root, string pattern) = GlobPattern.Split(path);
                return Directory.Exists(root) ? GlobPattern.Expand(root, pattern) : [];
            }

            string top = Path.GetPathRoot(path)!;
            return ExpandFrom(top, path[top.Length..].Split(Separators, StringSplitOptions.RemoveEmptyEntries)).Order(StringComparer.Ordinal);
        }
        catch (Exception unreachable) when (unreachable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string[] ExpandFrom(string folder, ReadOnlySpan<string> parts)
    {
        bool isLast = parts.Length == 1;
        if (!WildcardPattern.ContainsWildcardCharacters(parts[0]))
        {
            string next = Path.Join(folder, WildcardPattern.Unescape(parts[0]));
            return !isLast ? ExpandFrom(next, parts[1..]) : File.Exists(next) ? [next] : [];
        }

        if (!Directory.Exists(folder))
        {
            return [];
        }

        var name = new WildcardPattern(parts[0], Options);
        IEnumerable<string> entries = isLast ? Directory.EnumerateFiles(folder) : Directory.EnumerateDirectories(folder);
        string[] matching = [.. entries.Where(entry => name.IsMatch(Path.GetFileName(entry)))];
        if (isLast)
        {
            return matching;
        }

        List<string> files = [];
        foreach (string next in matching)
        {
            files.AddRange(ExpandFrom(next, parts[1..]));
        }

        return [.. files];
    }
}
