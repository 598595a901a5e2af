namespace LogAnalysis.Formats;

/// <summary>The formats that are recognised. Adding one is a line here and a file beside this one.</summary>
internal static class LogFormats
{
    /// <summary>Formats with a shape of their own. They exclude each other, so their order is one of cost, not of meaning.</summary>
    public static readonly LogFormat[] Structured =
    [
        new ApplicationFormat(),
        new AccessFormat(),
        JsonFormat.Instance,
        new LogfmtFormat(),
        new SyslogFormat(),
        new PriorityFormat(),
        new GlogFormat(),
        new HadoopFormat(),
        new ApacheErrorFormat(),
        new PhpFormat(),
        new BlueGeneFormat(),
        new RubyFormat(),
        new RailsFormat(),
        new MongoFormat(),
        new RedisFormat(),
        new LogcatFormat(),
        new VdsmFormat(),
        new UwsgiFormat(),
        WindowsEventFormat.Instance,
        new HaproxyFormat(),
        new SquidFormat(),
        new ElasticLoadBalancerFormat(),
        new EnvoyFormat(),
        new GinFormat(),
        new TornadoFormat(),
        new RequestFormat(),
        new PythonFormat(),
        MicrosoftConsoleFormat.Instance,
        BareLevelFormat.Instance,
    ];

    /// <summary>Formats whose lines mean what a line above them declares.</summary>
    public static readonly LogFormat[] Declared = [W3cFormat.Instance, ZeekFormat.Instance, DelimitedFormat.Instance];

    /// <summary>All formats: besides those, plain text.</summary>
    public static IEnumerable<LogFormat> All => [.. Structured, .. Declared, Text];

    /// <summary>What a line is when no other format knows it.</summary>
    public static readonly LogFormat Text = new TextFormat();
}
