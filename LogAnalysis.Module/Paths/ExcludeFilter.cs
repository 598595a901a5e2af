using System.Management.Automation;

namespace LogAnalysis.Paths;

/// <summary>Which files <c>-Exclude</c> leaves out.</summary>
internal sealed class ExcludeFilter
{
    private readonly WildcardPattern[] _names;
    private readonly WildcardPattern[] _paths;

    /// <param name="patterns">Wildcards; one with a separator is compared with full paths, any other with file names.</param>
    public ExcludeFilter(IEnumerable<string> patterns)
    {
        ILookup<bool, WildcardPattern> byKind = patterns.ToLookup(
            HasSeparator, pattern => new WildcardPattern(WithOneSeparator(pattern), WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant));
        _names = [.. byKind[false]];
        _paths = [.. byKind[true]];
    }

    /// <summary>Whether a file is left out.</summary>
    /// <param name="path">Its full path.</param>
    public bool Excludes(string path)
    {
        string name = Path.GetFileName(path);
        return Array.Exists(_names, pattern => pattern.IsMatch(name)) || Array.Exists(_paths, pattern => pattern.IsMatch(WithOneSeparator(path)));
    }

    /// <summary>The first wildcard that is malformed, and why; null where none is.</summary>
    public static (string Pattern, WildcardPatternException Malformed)? FindMalformed(IEnumerable<string> patterns)
    {
        foreach (string pattern in patterns)
        {
            if (WildcardCheck.FindMalformed(pattern) is WildcardPatternException malformed)
            {
                return (pattern, malformed);
            }
        }

        return null;
    }

    /// <summary>On Windows, <c>*/old/*</c> is the same as <c>*\old\*</c>.</summary>
    private static string WithOneSeparator(string text) => text.Replace(Path.AltDirectorySeparatorChar, Path.DirectorySeparatorChar);

    private static bool HasSeparator(string pattern) =>
        pattern.Contains(Path.DirectorySeparatorChar) || pattern.Contains(Path.AltDirectorySeparatorChar);
}
