using System.Management.Automation;

namespace LogAnalysis.Paths;

/// <summary>Expands a full path with wildcards without a PowerShell session, so that it can run on any thread.</summary>
internal static class PathPattern
{
    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    // As PowerShell itself expands wildcards, on every system.
    private const WildcardOptions Options = WildcardOptions.CultureInvariant | WildcardOptions.IgnoreCase;
    private static readonly EnumerationOptions NotHidden = new() { AttributesToSkip = FileAttributes.Hidden, IgnoreInaccessible = false };

    /// <summary>The files that a path names, by name. Folders that cannot be listed have none.</summary>
    /// <param name="path">A full path, in which <c>**</c> is any number of folders.</param>
    public static IEnumerable<string> Expand(string path)
    {
        if (GlobPattern.IsMatch(path))
        {
            (string root, string pattern) = GlobPattern.Split(path);
            return Directory.Exists(root) ? GlobPattern.Expand(root, pattern, (_, _) => { }) : [];
        }

        string top = Path.GetPathRoot(path)!;
        return ExpandFrom(top, path[top.Length..].Split(Separators, StringSplitOptions.RemoveEmptyEntries)).Order(StringComparer.Ordinal);
    }

    /// <summary>What is wrong with one of a path's wildcards; null for nothing. In a path with <c>**</c>, brackets stand for themselves.</summary>
    public static WildcardPatternException? FindMalformed(string path) =>
        GlobPattern.IsMatch(path) ? null : path.Split(Separators).Select(WildcardCheck.FindMalformed).FirstOrDefault(malformed => malformed is not null);

    private static string[] ExpandFrom(string folder, ReadOnlySpan<string> parts)
    {
        bool isLast = parts.Length == 1;
        if (!WildcardPattern.ContainsWildcardCharacters(parts[0]))
        {
            string next = Path.Join(folder, WildcardPattern.Unescape(parts[0]));
            return !isLast ? ExpandFrom(next, parts[1..]) : File.Exists(next) ? [next] : [];
        }

        var name = new WildcardPattern(parts[0], Options);
        string[] matching = [.. List(folder, isLast).Where(entry => name.IsMatch(Path.GetFileName(entry)))];
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

    private static string[] List(string folder, bool files)
    {
        try
        {
            return !Directory.Exists(folder) ? [] : files ? Directory.GetFiles(folder, "*", NotHidden) : Directory.GetDirectories(folder, "*", NotHidden);
        }
        catch (Exception unreachable) when (unreachable is IOException or UnauthorizedAccessException)
        {
            // The others are looked through all the same.
            return [];
        }
    }
}
