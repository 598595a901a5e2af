using System.Collections;
using System.Management.Automation;
using LogAnalysis.Completion;
using LogAnalysis.Errors;
using LogAnalysis.Formats;
using LogAnalysis.Paths;
using LogAnalysis.Pipeline;

namespace LogAnalysis.Commands;

/// <summary>Adds log formats to the session.</summary>
/// <remarks>
/// <para>A format is a regular expression that matches the line that begins an entry; its named groups are the fields. All commands of the module
/// recognise it until PowerShell exits. To register formats permanently, add the command to your profile: definitions in a JSON file make that
/// one line. Registered formats take precedence over built-in ones. Lines that the pattern does not match are handled as usual: those that
/// begin no entry of another format belong to the entry above them.</para>
/// <para>Every named group is a field. These have a meaning:</para>
/// <list type="bullet">
/// <item><c>timestamp</c>: when; or <c>date</c> and <c>time</c>, if these are apart</item>
/// <item><c>level</c>: how serious it is, in any of the usual words, or as <c>-LevelMap</c> says</item>
/// <item><c>message</c>: what is said</item>
/// <item><c>status</c>: an HTTP status, 100 to 599</item>
/// <item><c>method</c>, <c>url</c>, <c>client</c>: what was asked for, and by whom</item>
/// <item><c>bytes</c>: the size of the response</item>
/// <item><c>duration</c>: how long it took, in seconds</item>
/// </list>
/// <para>If an entry says more in the lines below its first one, add a pattern for each kind of these lines. They are read as long as each line
/// matches one of the further patterns, and give the entry what it does not have yet.</para>
/// <para>To try a format, pipe lines of a log to the command. With <c>-WhatIf</c> it registers nothing and returns the entries that the lines
/// would be. A pattern that matches none of the lines is reported as an error, and not registered.</para>
/// <para>A format belongs to the process: all runspaces in it, such as those of <c>ForEach-Object -Parallel</c> and <c>Start-ThreadJob</c>,
/// recognise it. <c>Start-Job</c> and remote sessions are other processes, in which you register it again.</para>
/// <para>A pattern that takes longer than 0.1 s on ten lines is disabled and reported as an error. Patterns without backreferences and
/// lookarounds run in linear time. A pattern that starts with ^ and a fixed character is not tried on lines that start with others.</para>
/// </remarks>
/// <example>
/// <para>Register the format of your own log</para>
/// <code>
/// PS> Register-LogFormat pump -Pattern `
/// >>     '^\*(?&lt;timestamp>\S+) (?&lt;level>\w+)\* (?&lt;message>.*)' -Force
/// PS> '*2025-05-17T10:00:09Z fatal* no water' | Measure-LogErrors
///   Errors Warnings    Entries    Rate LastError           Path
///   ------ --------    -------    ---- ---------           ----
///        1        0          1  100.0% 2025-05-17 10:00:09
/// </code>
/// </example>
/// <example>
/// <para>Register a format with HTTP status codes</para>
/// <code>
/// PS> Register-LogFormat till -Pattern `
/// >>     '^till (?&lt;client>\d+) (?&lt;url>\S+) -> (?&lt;status>\d+)' -Force
/// PS> 'till 7 /pay -> 503' | Get-LogStatusCode
/// Time                    Code Method       Bytes Client          Url
/// ----                    ---- ------       ----- ------          ---
///                          503                    7               /pay
/// </code>
/// </example>
/// <example>
/// <para>Say what numbers mean, and how times are written</para>
/// <para>With <c>-WhatIf</c>, the command shows what it would read in the lines that it is given.</para>
/// <code>
/// PS> $stove = @{
/// >>     Name = 'stove'
/// >>     Pattern = '^\+(?&lt;level>\d) (?&lt;timestamp>\S+ \S+) (?&lt;message>.*)'
/// >>     LevelMap = @{ '1' = 'Information'; '3' = 'Error' }
/// >>     TimestampFormat = 'dd.MM.yyyy HH:mm:ss'
/// >> }
/// PS> '+3 17.05.2025 10:00:09 no gas', '+1 17.05.2025 10:00:12 lit' |
/// >>     Register-LogFormat @stove -WhatIf | Format-Table Level, Message
///       Level Message
///       ----- -------
///       Error no gas
/// Information lit
/// </code>
/// </example>
/// <example>
/// <para>Read entries of several lines</para>
/// <code>
/// PS> Register-LogFormat dryer '^&lt;dryer (?&lt;timestamp>\S+)>',
/// >>     '^  state: (?&lt;level>\w+)', '^  text: (?&lt;message>.*)' -Force
/// PS> '&lt;dryer 2025-05-17T10:00:09Z>', '  state: error', '  text: too hot' |
/// >>     Measure-LogErrors | Format-List Errors, LastMessage
/// Errors      : 1
/// LastMessage : too hot
/// </code>
/// </example>
/// <example>
/// <para>List the format you registered</para>
/// <code>
/// PS> Register-LogFormat oven '^oven (?&lt;level>\w+): (?&lt;message>.*)' -Force
/// PS> (Get-LogFormat oven).Description
/// Registered: ^oven (?&lt;level>\w+): (?&lt;message>.*)
/// </code>
/// </example>
/// <input cref="string">Lines of a log to try the format on.</input>
/// <input cref="LogEntry">An entry from <c>Get-LogEntry</c> or <c>Watch-LogFile</c>, whose lines the format is tried on.</input>
/// <output cref="LogFormat">The formats, if you use <c>-PassThru</c>. By default, there is no output.</output>
/// <output cref="LogEntry">With <c>-WhatIf</c>, the entries that the lines from the pipeline would be.</output>
/// <seealso cref="UnregisterLogFormatCommand"/>
/// <seealso cref="GetLogFormatCommand"/>
/// <seealso cref="MeasureLogErrorsCommand"/>
/// <seealso href="docs/log-formats.md">Definitions of formats in a file</seealso>
/// <seealso href="docs/formats.md">The formats that are recognised</seealso>
[Cmdlet(VerbsLifecycle.Register, "LogFormat", DefaultParameterSetName = PatternSet, SupportsShouldProcess = true)]
[OutputType(typeof(LogFormat), typeof(LogEntry))]
public sealed class RegisterLogFormatCommand : PSCmdlet
{
    private const string PatternSet = "Pattern";
    private const string PathSet = "Path";

    private readonly FormatSample _sample = new();
    private readonly List<UserFormat> _formats = [];
    private bool _hasInput;

    /// <summary>Specifies the name of the format: letters, digits, dashes and underscores.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PatternSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegisteredFormatCompleter))]
    public string Name { get; set; } = string.Empty;

    /// <summary>
    /// Specifies the regular expressions, which are case-sensitive. The first one matches the line that begins an entry, the others the lines below
    /// it that say more. Named groups are fields; the groups <c>timestamp</c>, or <c>date</c> and <c>time</c>, <c>level</c>, <c>message</c>,
    /// <c>status</c>, <c>method</c>, <c>url</c>, <c>client</c>, <c>bytes</c> and <c>duration</c> (in seconds) have a meaning.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = PatternSet)]
    [ValidateNotNullOrEmpty]
    public string[] Pattern { get; set; } = [];

    /// <summary>
    /// Specifies what the texts of the group <c>level</c> mean, whatever their case: <c>@{ '1' = 'Information'; '3' = 'Error' }</c>. Other words have
    /// their usual meaning; other numbers have none.
    /// </summary>
    /// <value>words have their usual meaning</value>
    [Parameter(ParameterSetName = PatternSet)]
    [ValidateNotNull]
    public Hashtable? LevelMap { get; set; }

    /// <summary>
    /// Specifies how times are written, as custom date and time formats of .NET with English names: <c>dd.MM.yyyy HH:mm:ss</c>. With groups for
    /// <c>date</c> and <c>time</c>, it is for both with a space between. The first one that fits is used.
    /// </summary>
    /// <value>any layout that the built-in formats have</value>
    [Parameter(ParameterSetName = PatternSet)]
    [ValidateNotNullOrEmpty]
    public string[]? TimestampFormat { get; set; }

    /// <summary>Specifies JSON files with definitions of formats. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Specifies lines of a log, from the pipeline, to try the format on.</summary>
    /// <value>none</value>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public PSObject? InputObject { get; set; }

    /// <summary>Replaces a registered format of the same name.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the format as an object. By default, this command doesn't generate any output.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        var definitions = new FormatDefinitions(this, Force);
        if (ParameterSetName == PathSet)
        {
            _formats.AddRange(new LogPathResolver(this).Resolve(Path).SelectMany(definitions.ReadFile));
            return;
        }

        var definition = new FormatDefinition { Name = Name, Pattern = Pattern, LevelMap = this.ReadLevelMap(LevelMap), TimestampFormat = TimestampFormat };
        if (definitions.TryCreate(definition, out UserFormat? format) is ErrorRecord error)
        {
            ThrowTerminatingError(error);
        }

        _formats.Add(format!);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null)
        {
            return;
        }

        _hasInput = true;
        if (!_sample.Add(InputObject))
        {
            WriteError(LogErrors.NotALine(InputObject.BaseObject));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var trial = new FormatTrial(this, _sample);
        foreach (UserFormat format in _formats)
        {
            List<LogEntry>? entries = _hasInput ? trial.Run(format) : [];
            if (entries is null)
            {
                continue;
            }

            if (ShouldProcess($"Register the log format '{format.Name}'", $"Register the log format '{format.Name}'?", "Register-LogFormat", out ShouldProcessReason reason))
            {
                Register(format);
            }
            else if (reason == ShouldProcessReason.WhatIf)
            {
                WriteObject(entries, enumerateCollection: true);
            }
        }
    }

    private void Register(UserFormat format)
    {
        LogFormats.Register(format);
        if (PassThru)
        {
            WriteObject(format);
        }
    }
}
