using System.Globalization;
using System.Text.RegularExpressions;
using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// The names that rotated logs get, beside the name of the log: <c>app.log.1</c>, <c>app.log-20250124.gz</c>, <c>app.2025-01-24.log</c>,
/// <c>app.log.old</c>; beside <c>app.log.0</c>, <c>app.log.1</c>; beside <c>current</c>, the TAI64N times of multilog.
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
            if (Counted().Match(name) is { Success: true } counted)
            {
                // java.util.logging: app.log.0 is the log itself.
                yield return Path.Join(folder, counted.Groups["log"].Value + ".0");
            }
        }
        else if (name.Length < stored.Length)
        {
            yield return Path.Join(folder, name);
        }

        if (Stamped().IsMatch(name))
        {
            // multilog, s6-log and svlogd.
            yield return Path.Join(folder, "current");
        }

        if (Infixed().Match(name) is { Success: true } infixed)
        {
            yield return Path.Join(folder, infixed.Groups["stem"].Value + infixed.Groups["extension"].Value);
        }
    }

    /// <summary>The files beside a log that can be rotated ones of it, by their names.</summary>
    public static IEnumerable<string> Find(string path) => LogFolders.NamesOf(path).SelectMany(name => Find(name, LogFolders.FilesIn(Path.GetDirectoryName(name)!)));

    /// <summary>The files in the folders beside a log that can be rotated ones of it, by their names, or of another log that is called alike.</summary>
    public static IEnumerable<string> FindBelow(string path) => LogFolders.NamesOf(path).SelectMany(name => LogFolders.Below(Path.GetDirectoryName(name)!)
        .SelectMany(folder => Find(Path.Join(folder, Path.GetFileName(name)), LogFolders.FilesIn(folder))));

    /// <summary>Those of some files that can be rotated ones of a log, by their names.</summary>
    public static IEnumerable<string> Find(string path, IEnumerable<string> files)
    {
        string beginning = path[..^Path.GetExtension(path).Length];
        return files.Where(file => (file.StartsWith(beginning, FileNames.Comparison) || Path.GetFileName(file).StartsWith('@')) && Originals(file).Contains(path, FileNames.Comparer));
    }

    /// <summary>
    /// How old a file is among others of a log, where names count that: 2 for <c>app.log.2.gz</c>, and -2 for <c>app_002.log</c>, which Serilog writes
    /// after <c>app_001.log</c>.
    /// </summary>
    public static int Generation(string file) => Numbered().Match(Path.GetFileName(file)) is { Success: true } match
        ? int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * (match.Value[0] == '_' ? -1 : 1)
        : 0;

    [GeneratedRegex(@"^(?<log>.+?)[._-](?:old|bak|prev|[0-9][0-9T:Z_.-]*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Suffixed();

    [GeneratedRegex("^@[0-9a-f]{24}\\.[a-z]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stamped();

    [GeneratedRegex(@"^(?<log>.+)\.[1-9][0-9]{0,3}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"[._-](?<number>[0-9]{1,3})(?:\.[A-Za-z][A-Za-z0-9]*)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?<stem>.+?)[._-](?:old|bak|prev|[0-9][0-9T:Z_.-]*)(?<extension>\.[A-Za-z][A-Za-z0-9]*)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Infixed();
}
