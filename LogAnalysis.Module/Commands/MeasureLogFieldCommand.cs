using System.Management.Automation;
using LogAnalysis.Completion;
using LogAnalysis.Counting;
using LogAnalysis.Pipeline;
using LogAnalysis.Querying;

namespace LogAnalysis.Commands;

/// <summary>Lists the fields that a log has, or measures the values of some.</summary>
/// <remarks>
/// <para>Fields are what a log says by name: members of JSON, pairs of logfmt, columns of W3C logs and of tables, named groups of a registered format,
/// <c>key=value</c> in messages; and what formats have at a fixed position, under common names such as <c>Host</c>, <c>Client</c> and <c>Url</c>.
/// docs/fields.md lists these names.</para>
/// <para>Without <c>-Name</c>, you get each field with the kind of its values, how many entries have it, about how many different values it
/// has, the most frequent ones, and the range. With <c>-Name</c>, you get count, sum, average, range and percentiles of the numbers among the values, for
/// each group with <c>-By</c>. Numbers are in the unit of the log; where values have units, such as <c>1.5s</c>, they are in milliseconds.</para>
/// <para>A percentile is the smallest value that this share of the values does not exceed. It is exact where values have up to three digits, and within
/// 0.1 % otherwise. Memory is bounded: with more than 500 fields or 20,000 groups, the rest is counted as one.</para>
/// </remarks>
/// <example>
/// <para>List the fields of a log</para>
/// <code>
/// PS> Measure-LogField samples/access.log |
/// >>     Format-Table Count, Type, Distinct, Name
/// Count    Type Distinct Name
/// -----    ---- -------- ----
///   121    Text        7 Client
///   121 Integer        8 StatusCode
///   120    Text        2 Method
///   120    Text        1 Protocol
///   120    Text       11 Url
///   120    Text        4 UserAgent
///   111 Integer      111 Bytes
///    63    Text        1 Referrer
///    29    Text        1 User
/// </code>
/// </example>
/// <example>
/// <para>Measure the size of responses by URL</para>
/// <code>
/// PS> Measure-LogField samples/access.log Bytes -By Url -Top 3
///    Count   Average       P50       P95   Maximum Field
///    -----   -------       ---       ---   ------- -----
///       14   20149.1     15806     44880     44880 Bytes: /api/orders
///       14   23886.9     22639     43336     43336 Bytes: /api/orders/1841
///       14   21035.2     16462     42878     42878 Bytes: /api/orders?page=2
/// </code>
/// </example>
/// <example>
/// <para>Measure only some entries</para>
/// <code>
/// PS> $api = @{ Url = '/api/*' }
/// PS> Measure-LogField samples/access.log Bytes -By StatusCode -Where $api
///    Count   Average       P50       P95   Maximum Field
///    -----   -------       ---       ---   ------- -----
///       42   23193.8     23551     43336     44880 Bytes: 200
///        4   18633.3     15806     41380     41380 Bytes: 503
///        3   20721.7     22639     29918     29918 Bytes: 500
/// </code>
/// </example>
/// <input cref="LogEntry">Entries from <c>Get-LogEntry</c> and <c>Watch-LogFile</c>.</input>
/// <input cref="string">Lines, also arrays of them, from <c>Get-Content</c>, <c>Select-String</c>, native commands and their error streams. A string is
/// always a line, never a path.</input>
/// <input cref="FileInfo">Files from <c>Get-ChildItem</c>, and objects that name a file by <c>FullName</c> or <c>PSPath</c>.</input>
/// <input cref="PSObject">Any other object with a message, a level or an HTTP status: events of <c>Get-WinEvent</c>, rows of <c>Import-Csv</c>, objects
/// of <c>ConvertFrom-Json</c>, hashtables. All properties are fields.</input>
/// <output cref="LogFieldSummary">One for each field, those that most entries have first.</output>
/// <output cref="LogFieldStatistics">With <c>-Name</c>, one for each field, or with <c>-By</c> one for each group, largest first.</output>
/// <seealso cref="GetLogEntryCommand"/>
/// <seealso cref="MeasureLogErrorsCommand"/>
/// <seealso href="docs/fields.md">Fields, their names, and how they are looked up</seealso>
[Cmdlet(VerbsDiagnostic.Measure, "LogField", DefaultParameterSetName = PathSet)]
[OutputType(typeof(LogFieldSummary), typeof(LogFieldStatistics))]
public sealed class MeasureLogFieldCommand : ReadingCommand
{
    private const int DefaultTop = 5;

    private CountingInput? _input;

    /// <summary>
    /// Measures these fields rather than listing all. Wildcards are permitted. <c>User.Name</c> is the member <c>Name</c> of the field <c>User</c>.
    /// </summary>
    /// <value>none (all fields are listed)</value>
    /// <only>The other commands count entries, not values.</only>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FieldNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>
    /// Measures by the values of these fields, or of properties of entries such as <c>Level</c> and <c>Path</c>: one result for each combination that
    /// occurs, largest first.
    /// </summary>
    /// <value>none</value>
    /// <only>See the command for what it groups by.</only>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FieldNameCompleter))]
    public string[] By { get; set; } = [];

    /// <summary>
    /// Writes results for each window of this length, such as <c>1m</c>, rather than for the whole log. Windows are aligned to multiples of their
    /// length since 1970 in UTC.
    /// </summary>
    /// <value>none</value>
    /// <only>Entries and responses have their own times; counts have windows.</only>
    [Parameter]
    [Duration]
    [ArgumentCompleter(typeof(DurationCompleter))]
    public TimeSpan? Every { get; set; }

    /// <summary>Writes only the largest groups, this number of them; without <c>-Name</c>, this number of the most frequent values of each field.</summary>
    /// <value>all groups; 5 values</value>
    /// <only>Lists of what is most frequent can be long; entries and responses are written one by one.</only>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? Top { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        ReadContext context = CreateContext();
        this.RequireWith(By.Length > 0 && Name.Length == 0, nameof(By), nameof(Name), "Groups are of the values of a field.");
        this.RequireWith(Every is not null && Name.Length == 0, nameof(Every), nameof(Name), "Windows are of the values of a field.");
        this.RequirePositive(Every, nameof(Every));
        var selection = new FieldSelection(Name, By);
        context.Fields.Add(selection.Census);
        _input = new CountingInput(context, CreateWriter(selection));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Run(this, static command => command._input!.Read(command.InputObject));

    /// <inheritdoc/>
    protected override void EndProcessing() => Run(this, static command => command._input!.Complete());

    private IResultWriter CreateWriter(FieldSelection selection)
    {
        int groups = Top ?? int.MaxValue;
        return Name.Length == 0 ? new FieldWriter<FieldSummaryCounter>(this, new FieldSummaryCounter(), counter => counter.ToSummaries(Top ?? DefaultTop))
            : Every is not TimeSpan length
                ? new FieldWriter<FieldStatisticsCounter>(this, new FieldStatisticsCounter(selection), counter => counter.ToStatistics(groups, windowStart: null))
                : new WindowWriter<FieldStatisticsCounter>(this, length, () => new FieldStatisticsCounter(selection), (window, counter) => counter.ToStatistics(groups, window.Start))
                {
                    CountedTypes = [],
                };
    }
}
