using System.Management.Automation;

namespace LogAnalysis.Views;

/// <summary>
/// Colours as the session's <c>$PSStyle</c> defines them, so that your changes to it apply here too. There are none if
/// PowerShell would not show them, and none if output goes to a file or another program, where PowerShell itself lets escape
/// sequences through.
/// </summary>
/// <param name="style">The value of <c>$PSStyle</c>; null for no colours.</param>
internal readonly struct Palette(object? style)
{
    private readonly PSObject? _style = IsColoured(style) ? PSObject.AsPSObject(style) : null;

    /// <summary>No colours.</summary>
    public static Palette Plain => default;

    /// <summary>Text in a colour that ends with it.</summary>
    public string Paint(string text, TextStyle ink)
    {
        if (_style is null || ink == TextStyle.None || text.Length == 0)
        {
            return text;
        }

        return Sequence(ink) + text + Value(_style, "Reset");
    }

    /// <summary>The ink of a level.</summary>
    public static TextStyle Of(LogLevel level) => level switch
    {
        LogLevel.Critical => TextStyle.Critical,
        LogLevel.Error => TextStyle.Error,
        LogLevel.Warning => TextStyle.Warning,
        LogLevel.Notice => TextStyle.Notable,
        LogLevel.Debug or LogLevel.Trace => TextStyle.Faint,
        _ => TextStyle.None,
    };

    /// <summary>The ink of an HTTP status.</summary>
    public static TextStyle OfStatus(int code) => (code / 100) switch
    {
        2 => TextStyle.Good,
        3 => TextStyle.Notable,
        4 => TextStyle.Warning,
        5 => TextStyle.Error,
        _ => TextStyle.None,
    };

    private static bool IsColoured(object? style) => style is not null && Value(PSObject.AsPSObject(style), "OutputRendering") switch
    {
        "PlainText" => false,
        "Ansi" => true,
        _ => !Console.IsOutputRedirected,
    };

    private string Sequence(TextStyle ink) => ink switch
    {
        TextStyle.Good => Colour("Foreground", "Green"),
        TextStyle.Notable => Colour("Foreground", "Cyan"),
        TextStyle.Warning => Colour("Formatting", "Warning"),
        TextStyle.Error => Colour("Formatting", "Error"),
        TextStyle.Critical => Value(_style!, "Bold") + Colour("Formatting", "Error"),
        TextStyle.Faint => Colour("Foreground", "BrightBlack"),
        _ => Value(_style!, "Bold"),
    };

    private string Colour(string group, string name) => _style!.Properties[group]?.Value is object colours ? Value(PSObject.AsPSObject(colours), name) : string.Empty;

    private static string Value(PSObject source, string name) => source.Properties[name]?.Value?.ToString() ?? string.Empty;
}
