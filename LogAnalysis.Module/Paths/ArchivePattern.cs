using System.Management.Automation;

namespace LogAnalysis.Paths;

/// <summary>A wildcard that reaches into archives: <c>bundle.zip/**/*.log</c>, <c>*.zip/app.log</c>.</summary>
internal sealed class ArchivePattern
{
    private const string AnyFolders = "**";

    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    private readonly WildcardPattern?[] _parts;

    /// <param name="pattern">The part of the wildcard behind the archive.</param>
    public ArchivePattern(string pattern) =>
        _parts = [.. Split(pattern).Select(part => part == AnyFolders ? null : new WildcardPattern(part, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant))];

    /// <summary>
    /// Splits a wildcard behind the first part that can name archives: the name of a file, or a wildcard with a dot, as in <c>*.zip</c>.
    /// </summary>
    /// <param name="path">The wildcard.</param>
    /// <param name="isFile">Whether a path without wildcards is a file.</param>
    /// <returns>The archives, and what is asked for in them; null where no part names an archive.</returns>
    public static (string Archives, string Members)? Split(string path, Func<string, bool> isFile)
    {
        for (int end = path.IndexOfAny(Separators); end >= 0 && end < path.Length - 1; end = path.IndexOfAny(Separators, end + 1))
        {
            string outer = path[..end];
            string part = outer[(outer.LastIndexOfAny(Separators) + 1)..];
            bool canBeArchive = WildcardPattern.ContainsWildcardCharacters(outer) ? part.Contains('.') : part.Length > 0 && isFile(outer);
            if (canBeArchive)
            {
                return (outer, path[(end + 1)..]);
            }
        }

        return null;
    }

    /// <summary>Whether a member is asked for.</summary>
    /// <param name="name">Its name within the archive.</param>
    public bool Matches(string name) => Matches(_parts, Split(name));

    private static string[] Split(string path) => path.Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    private static bool Matches(ReadOnlySpan<WildcardPattern?> parts, ReadOnlySpan<string> names)
    {
        // As with names of files: only the last ** can make it look again, so it is linear for each.
        int again = -1;
        int from = 0;
        int part = 0;
        int name = 0;
        while (name < names.Length)
        {
            if (part < parts.Length && parts[part] is null)
            {
                (again, from) = (++part, name);
            }
            else if (part < parts.Length && parts[part]!.IsMatch(names[name]))
            {
                (part, name) = (part + 1, name + 1);
            }
            else if (again >= 0)
            {
                (part, name) = (again, ++from);
            }
            else
            {
                return false;
            }
        }

        return part == parts.Length || (part == parts.Length - 1 && parts[part] is null);
    }
}
