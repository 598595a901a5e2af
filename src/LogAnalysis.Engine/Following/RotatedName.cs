using System.Globalization;
using System.Text.RegularExpressions;
using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// The names that rotated logs get, beside the name of the log: <c>app.log.1</c>, <c>app.log-20250124.gz</c>, <c>app.2025-01-24.log</c>,
/// <c>app.log.old</c>.
/// </summary>
internal static partial class RotatedName
{
    /// <summary>The paths of which a file can be a rotated one, by its name.</summary>
    public static IEnumerable<string> Originals(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        string stored = Path.GetFileName(path);
        string name = Compressions.TrimExtension(stored);
        if (Suffixed().Match(name) is { Success: true } suffixed)
        {
            yield return Path.Join(folder, suffixed.Groups["log"].Value);
        }
        else if (name.Length < stored.Length)
        {
            yield return Path.Join(folder, name);
        }

        if (Infixed().Match(name) is { Success: true } infixed)
        {
            yield return Path.Join(folder, infixed.Groups["stem"].Value + infixed.Groups["extension"].Value);
        }
    }

    /// <summary>The files beside a log that can be rotated ones of it, by their names.</summary>
    public static IEnumerable<string> Find(string path) => LogFolders.NamesOf(path).SelectMany(name => Find(name, LogFolders.FilesIn(Path.GetDirectoryName(name)!)));

    /// <summary>Those of some files that can be rotated ones of a log, by their names.</summary>
    public static IEnumerable<string> Find(string path, IEnumerable<string> files)
    {
        string beginning = path[..^Path.GetExtension(path).Length];
        return files.Where(file => file.StartsWith(beginning, FileNames.Comparison) && Originals(file).Contains(path, FileNames.Comparer));
    }

    /// <summary>How often a log was rotated since it got its first rotated name, where names count that: 2 for <c>app.log.2.gz</c>.</summary>
    public static int Generation(string file) =>
        Numbered().Match(Path.GetFileName(file)) is { Success: true } match ? int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<log>.+?)[._-](?:old|bak|prev|[0-9][0-9T:Z_.-]*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Suffixed();

    [GeneratedRegex(@"[._-](?<number>[0-9]{1,3})(?:\.[A-Za-z][A-Za-z0-9]*)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?<stem>.+?)[._-](?:old|bak|prev|[0-9][0-9T:Z_.-]*)(?<extension>\.[A-Za-z][A-Za-z0-9]*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Infixed();
}
