namespace LogAnalysis.Formats;

/// <summary>The formats that are recognised. Adding one is a line here and a file beside this one.</summary>
internal static class LogFormats
{
    /// <summary>Formats with a shape of their own. They exclude each other, so their order is one of cost, not of meaning.</summary>
    public static readonly LogFormat[] Structured =
    [
        new ApplicationFormat(),
        new AccessFormat(),
        new JsonFormat(),
        new LogfmtFormat(),
        new SyslogFormat(),
        new GlogFormat(),
        new HadoopFormat(),
        new ApacheErrorFormat(),
        new BlueGeneFormat(),
        new RubyFormat(),
        new VdsmFormat(),
        new UwsgiFormat(),
        BareLevelFormat.Instance,
    ];

    /// <summary>All formats: besides those, one that a log declares itself, and plain text.</summary>
    public static IEnumerable<LogFormat> All => [.. Structured, W3cFormat.Instance, Text];

    /// <summary>What a line is when no other format knows it.</summary>
    public static readonly LogFormat Text = new TextFormat();
}
