using System.Collections;
using System.Globalization;
using LogAnalysis.Objects;
using LogAnalysis.Reporting;
using LogAnalysis.Text;

namespace LogAnalysis.Views;

/// <summary>Makes text from a log fit to be shown: what a terminal would obey is shown as an escape instead.</summary>
internal static class ConsoleText
{
    /// <summary>
    /// Replaces control characters, and characters that reorder or hide text, by visible escapes such as <c>\x1b</c> and
    /// <c>\u202e</c>. A tab becomes a space.
    /// </summary>
    /// <param name="text">Text from a log, or null.</param>
    /// <returns>The text in one line; the same string where there is nothing to replace.</returns>
    public static string? Escape(string? text) => ControlCharacters.Escape(text);

    /// <summary>Text of several lines, each as <see cref="Escape"/> gives it.</summary>
    public static string? Paragraph(string? text) => text is null ? null : string.Join('\n', text.Split('\n').Select(line => Escape(line.TrimEnd('\r'))));

    /// <summary>
    /// A time as its log wrote it, in its own zone, with milliseconds unless it is a whole second; empty where there is none.
    /// </summary>
    /// <param name="time">The time, also as it comes back from a job or a file.</param>
    public static string Time(object? time) => PropertyBag.ToTime(time) is DateTimeOffset known
        ? Format(known, known.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.fff")
        : string.Empty;

    /// <summary>A time as <see cref="Time"/> gives it, to the second.</summary>
    public static string Second(object? time) => Format(PropertyBag.ToTime(time), "yyyy-MM-dd HH:mm:ss");

    /// <summary>A time as <see cref="Time"/> gives it, to the minute.</summary>
    public static string Minute(object? time) => Format(PropertyBag.ToTime(time), "yyyy-MM-dd HH:mm");

    /// <summary>A share with one digit after the decimal point, such as <c>2.5%</c>; one that is not zero never looks like it.</summary>
    /// <param name="percent">0 to 100.</param>
    public static string Percent(double percent) => DisplayFormat.Percent(percent);

    /// <summary>A number with three digits behind the point at most, and four in all where it is not whole.</summary>
    public static string Decimal(double number) => Math.Abs(number) switch
    {
        0 => "0",
        < 0.001 => number.ToString("0.###E0", CultureInfo.InvariantCulture),
        < 1 => number.ToString("0.####", CultureInfo.InvariantCulture),
        < 10 => number.ToString("0.###", CultureInfo.InvariantCulture),
        < 100 => number.ToString("0.##", CultureInfo.InvariantCulture),
        < 1_000_000_000 => number.ToString("0.#", CultureInfo.InvariantCulture),
        _ => number.ToString("0.###E0", CultureInfo.InvariantCulture),
    };

    /// <summary>A path, without the folder that the session is in; safe to show.</summary>
    /// <param name="path">A full path, or null.</param>
    /// <param name="location">The session's current folder.</param>
    public static string? Relative(string? path, string location)
    {
        string folder = Path.TrimEndingDirectorySeparator(location) + Path.DirectorySeparatorChar;
        return Escape(path?.StartsWith(folder, StringComparison.Ordinal) == true ? path[folder.Length..] : path);
    }

    /// <summary>Paths in one line, each as <see cref="Relative"/> gives it.</summary>
    public static string? JoinPaths(IEnumerable? paths, string location) =>
        paths is null ? null : string.Join(", ", paths.Cast<object>().Select(path => Relative(path.ToString(), location)));

    /// <summary>Things in one line, safe to show.</summary>
    public static string? Join(IEnumerable? items) => items is null ? null : Escape(string.Join(", ", items.Cast<object>()));

    /// <summary>The first few of several things, each in a line of its own, safe to show.</summary>
    public static string? Lines(IEnumerable? items, int count) =>
        items is null ? null : string.Join('\n', items.Cast<object>().Take(count).Select(item => Escape(item.ToString())));

    /// <summary>How long something took, in the unit that suits: <c>850 µs</c>, <c>12.3 ms</c>, <c>1.25 s</c>, <c>2.5 min</c>.</summary>
    public static string Duration(TimeSpan duration) => DisplayFormat.Duration(duration);

    private static string Format(DateTimeOffset? time, string format) => time?.ToString(format, CultureInfo.InvariantCulture) ?? string.Empty;
}
