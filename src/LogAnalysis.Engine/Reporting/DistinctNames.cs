namespace LogAnalysis.Reporting;

/// <summary>Names files by what distinguishes them: their names alone where those differ, otherwise the folders in which they do, too.</summary>
internal static class DistinctNames
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>A name for each path, in their order.</summary>
    public static IEnumerable<string> Of(string[] paths)
    {
        string[] names = [.. paths.Select(path => path[(path.LastIndexOfAny(Separators) + 1)..])];
        if (names.Distinct(StringComparer.Ordinal).Count() == names.Length)
        {
            return names;
        }

        // What all of them begin with, to the end of a folder.
        int common = paths[0].Length;
        foreach (string path in paths)
        {
            common = Math.Min(common, path.AsSpan().CommonPrefixLength(paths[0]));
        }

        int start = common == 0 ? 0 : paths[0].LastIndexOfAny(Separators, common - 1) + 1;
        return paths.Select(path => path[start..]);
    }
}
