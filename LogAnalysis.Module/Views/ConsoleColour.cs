using System.Globalization;
using System.Management.Automation;

namespace LogAnalysis.Views;

/// <summary>Cells of tables in the colours of what they say. Each is given <c>$PSStyle</c>, which decides whether there are colours at all.</summary>
internal static class ConsoleColour
{
    /// <summary>A level, in its colour.</summary>
    /// <param name="level">The level, also as it comes back from a job or a file.</param>
    /// <param name="style">The value of <c>$PSStyle</c>.</param>
    public static string Level(object? level, object? style) =>
        LanguagePrimitives.TryConvertTo(level, CultureInfo.InvariantCulture, out LogLevel known)
            ? new Palette(style).Paint(known.ToString(), Palette.Of(known))
            : ConsoleText.Escape(level?.ToString()) ?? string.Empty;

    /// <summary>An HTTP status, in the colour of its class; empty where there is none.</summary>
    /// <param name="code">The status, or null.</param>
    /// <param name="style">The value of <c>$PSStyle</c>.</param>
    public static string Status(int? code, object? style) =>
        code is int known ? new Palette(style).Paint(known.ToString(CultureInfo.InvariantCulture), Palette.OfStatus(known)) : string.Empty;

    /// <summary>How many errors there are, in their colour where there are any.</summary>
    public static string Errors(long count, object? style) => Count(count, TextStyle.Error, style);

    /// <summary>How many warnings there are, in their colour where there are any.</summary>
    public static string Warnings(long count, object? style) => Count(count, TextStyle.Warning, style);

    private static string Count(long count, TextStyle ink, object? style) =>
        new Palette(style).Paint(count.ToString(CultureInfo.InvariantCulture), count > 0 ? ink : TextStyle.None);
}
