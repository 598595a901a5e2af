using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>The formats that are recognised. Adding one is a line here and a file beside this one.</summary>
internal static class LogFormats
{
    /// <summary>Formats with a shape of their own. They exclude each other, so their order is one of cost, not of meaning.</summary>
    public static readonly LogFormat[] Structured =
    [
        ApplicationFormat.Instance,
        SyslogFormat.Instance,
        AccessFormat.Instance,
        JsonFormat.Instance,
        new LogfmtFormat(),
        new AuditFormat(),
        new PriorityFormat(),
        new GlogFormat(),
        new HadoopFormat(),
        new ApacheErrorFormat(),
        new PhpFormat(),
        new BlueGeneFormat(),
        new ClusterFormat(),
        new ClusterSyslogFormat(),
        new RubyFormat(),
        new RailsFormat(),
        new MongoFormat(),
        new PostgresCsvFormat(),
        new RedisFormat(),
        new LogcatFormat(),
        new VdsmFormat(),
        new UwsgiFormat(),
        WindowsEventFormat.Instance,
        SetupApiFormat.Instance,
        new InstallerFormat(),
        new BurnFormat(),
        FailoverClusterFormat.Instance,
        new DnsDebugFormat(),
        new HanaTraceFormat(),
        new NetBackupFormat(),
        new NetWorkerFormat(),
        SapTraceFormat.Instance,
        new DbtFormat(),
        new SystemEventLogFormat(),
        new CheckPointFormat(),
        new NodeFormat(),
        new TraceSourceFormat(),
        new SapListFormat(),
        new DiagnosticBoxFormat(),
        new IbmMqFormat(),
        new UpdateEventsFormat(),
        new CompilerFormat(),
        new PipelineCommandFormat(),
        new SnareFormat(),
        .. XmlFormat.All,
        CmTraceFormat.Instance,
        ConfigManagerFormat.Instance,
        new HaproxyFormat(),
        new SquidFormat(),
        new ElasticLoadBalancerFormat(),
        new EnvoyFormat(),
        new W3cRowFormat(),
        new CustomAccessFormat(),
        new S3Format(),
        new CloudFrontFormat(),
        new NginxProxyManagerFormat(),
        new IisNativeFormat(),
        new LtsvFormat(),
        new PhpServerFormat(),
        new GinFormat(),
        new TornadoFormat(),
        new EspHomeFormat(),
        new UnrealFormat(),
        new GlobalProtectFormat(),
        new ServerAuditFormat(),
        new GeneralQueryFormat(),
        new FirebirdFormat(),
        new RequestFormat(),
        new PythonFormat(),
        MicrosoftConsoleFormat.Instance,
        ToolFormat.Instance,
        new CefFormat(),
        new LeefFormat(),
        new ZabbixFormat(),
        new XorgFormat(),
        new GlibFormat(),
        new SqlMessageFormat(),
        new TtccFormat(),
        new PaloAltoFormat(),
        new KernelFormat(),
        new OracleListenerFormat(),
        new SlowQueryFormat(),
        new SqlServerFormat(),
        new SambaFormat(),
        new CiscoFormat(),
        new WebSphereFormat(),
        new WebLogicFormat(),
        new CephFormat(),
        new SssdFormat(),
        new YastFormat(),
        new Db2Format(),
        new BaculaFormat(),
        new ErlangReportFormat(),
        new ChromiumFormat(),
        new JournalFormat(),
        new LabelsFormat(),
        new NpmFormat(),
        new KotlinFormat(),
        new EventTableFormat(),
        new SybaseFormat(),
        new ClamAvFormat(),
        new BambooFormat(),
        new DataProtectorFormat(),
        new FlowLogFormat(),
        new NpsFormat(),
        new DcdiagFormat(),
        new RepadminFormat(),
        new RacadmFormat(),
        new TuxedoFormat(),
        new CupsFormat(),
        new NagiosFormat(),
        new KubernetesEventsFormat(),
        new EslintFormat(),
        new ReportingServicesFormat(),
        new BrocadeFormat(),
        new GlassFishFormat(),
        new CouchbaseFormat(),
        new ComwareFormat(),
        new CellsFormat(),
        new LevelFirstFormat(),
        BareLevelFormat.Instance,
    ];

    /// <summary>What a line is that no other format knows, but that begins an entry all the same.</summary>
    public static readonly LogFormat Loose = new LooseFormat();

    private static readonly FormatCandidates AllStructured = new(Structured);

    private static readonly FormatCandidates AllOfLines = new([.. Structured, Loose]);

    private static readonly FormatCandidates AllLikeApplications = new([.. Structured.Where(format => format.BeginsLikeApplication)]);

    /// <summary>Formats whose lines mean what a line above them declares.</summary>
    public static readonly LogFormat[] Declared = [W3cFormat.Instance, ZeekFormat.Instance, DelimitedFormat.Instance, SharePointFormat.Instance, DhcpFormat.Instance, PerformanceFormat.Instance, FlowTableFormat.Instance];

    /// <summary>Formats whose lines count only where no entry of another format goes on.</summary>
    public static readonly LogFormat[] AmongText = [PowerShellFormat.Instance, new PropertyListFormat(), new EnterpriseLibraryFormat()];

    /// <summary>What a line is when no other format knows it.</summary>
    public static readonly LogFormat Text = new TextFormat();

    private static RegisteredFormats UserFormats = RegisteredFormats.None;

    /// <summary>Those of <see cref="Structured"/> that a line may have, and <see cref="Loose"/> if it may.</summary>
    public static ReadOnlySpan<LogFormat> CandidatesForLine(ReadOnlySpan<byte> line) => AllOfLines.Of(line, out _);

    /// <summary>Those of <see cref="Structured"/> that a text may have.</summary>
    public static ReadOnlySpan<LogFormat> CandidatesFor(ReadOnlySpan<byte> line) => AllStructured.Of(line, out _);

    /// <summary>Whether a text has the format of lines that begin with a level, and has it by the level and the word behind it alone.</summary>
    public static bool IsLabelled(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<LogFormat> candidates = AllStructured.Of(text, out LineBeginning beginning);
        if (beginning is not (LineBeginning.Label or LineBeginning.PlainLabel) || candidates is not [.., BareLevelFormat])
        {
            return false;
        }

        LineFields other = default;
        foreach (LogFormat format in candidates[..^1])
        {
            if (format.TryParse(text, ref other))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Those of them that would be taken for an application's text if they were not asked first.</summary>
    public static ReadOnlySpan<LogFormat> LikeApplications(ReadOnlySpan<byte> line) => AllLikeApplications.Of(line, out _);

    /// <summary>The formats that the project knows.</summary>
    public static IEnumerable<LogFormat> BuiltIn => [.. Structured, .. Declared, .. AmongText, Text];

    /// <summary>The formats that users have registered in this process. They go before all others.</summary>
    public static RegisteredFormats Registered => Volatile.Read(ref UserFormats);

    /// <summary>All formats.</summary>
    public static IEnumerable<LogFormat> All => [.. BuiltIn, .. Registered.All];

    /// <summary>The format of a name, whatever its case; null if there is none.</summary>
    public static LogFormat? Find(string name) => All.FirstOrDefault(format => HasName(format, name));

    /// <summary>Whether a name, whatever its case, is that of a format that the project knows.</summary>
    public static bool IsBuiltIn(string name) => BuiltIn.Any(format => HasName(format, name));

    /// <summary>Adds a format, in place of one of the same name that was registered before.</summary>
    public static void Register(UserFormat format) => Update(registered => registered.With(format));

    /// <summary>Takes a registered format away.</summary>
    public static void Unregister(string name) => Update(registered => registered.Without(name));

    /// <summary>The format of a line where no entry of another format goes on; null where it begins none.</summary>
    public static LogFormat? FindAmongText(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        foreach (LogFormat format in AmongText)
        {
            if (format.TryParse(line, ref fields))
            {
                return format;
            }
        }

        return Text.TryParse(line, ref fields) ? Text : null;
    }

    /// <summary>Other threads may register formats meanwhile.</summary>
    private static void Update(Func<RegisteredFormats, RegisteredFormats> change)
    {
        RegisteredFormats before = Registered;
        while (Interlocked.CompareExchange(ref UserFormats, change(before), before) is RegisteredFormats now && !ReferenceEquals(now, before))
        {
            before = now;
        }
    }

    private static bool HasName(LogFormat format, string name) => string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase);
}
