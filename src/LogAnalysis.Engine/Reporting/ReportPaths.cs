using LogAnalysis.Counting;
using LogAnalysis.Text;

namespace LogAnalysis.Reporting;

/// <summary>
/// The files of a report with what is counted of each, and the machines that they are on. A file of this machine is counted under its path, one of another machine under the
/// name of that and its path, so that equal paths of several machines stay apart. Machines are shown where there are several.
/// </summary>
internal sealed class ReportPaths
{
    private const int UnknownHost = -1;

    private readonly PathSet _paths = new();
    private readonly FileTable _files = new();

    /// <summary>Files that came with other reports, by the names under which they are counted.</summary>
    private readonly Dictionary<string, (string? Host, string Path)> _foreign = new(StringComparer.Ordinal);

    private readonly SortedSet<string> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private long _foreignLines;
    private bool _isAnyUnknown;

    /// <summary>The name of this machine.</summary>
    public static string LocalHost { get; } = Environment.MachineName;

    /// <summary>Takes a file of this machine; null, for a line of unknown origin, is skipped.</summary>
    public void Add(string? path) => _paths.Add(path);

    /// <summary>Takes the files of a partition of this report.</summary>
    public void Merge(ReportPaths partition)
    {
        _paths.Merge(partition._paths);
        _files.Merge(partition._files);
    }

    /// <summary>Counts an entry of a file of this machine.</summary>
    public void Add(string? path, LogLevel level, DateTimeOffset? time) => _files.Add(path, level, time);

    /// <summary>Takes a file of this machine of which only errors were counted, with their times.</summary>
    public void Add(LogErrorSummary summary)
    {
        _paths.Add(summary.Path);
        if (summary.Path is not null)
        {
            _files.Of(ControlCharacters.EscapeControlCharacters(summary.Path)).Add(summary.Entries, summary.Errors, summary.Warnings, summary.FirstError, summary.LastError, summary.LastError);
        }
    }

    /// <summary>Takes the files of another report.</summary>
    /// <returns>The names under which they are counted, in the order of its paths.</returns>
    public string[] Add(ReportState state)
    {
        _foreignLines += state.Lines;
        string[] hosts = [.. state.Hosts.Select(host => ControlCharacters.EscapeControlCharacters(host))];
        _hosts.UnionWith(hosts);

        // Older modules did not note machines.
        _isAnyUnknown |= hosts.Length == 0;
        string[] counted = [.. state.Paths.Select((path, index) => Add(path, index < state.PathHosts.Length ? hosts.ElementAtOrDefault(state.PathHosts[index]) : null))];
        foreach ((string name, FileState file) in counted.Zip(state.Files))
        {
            file.AddTo(_files.Of(name));
        }

        return counted;
    }

    /// <summary>The names under which files are counted, with the machines in it, as what is saved of a report has them.</summary>
    /// <param name="lines">How many lines the report has.</param>
    public (string[] Counted, string[] Paths, string[] Hosts, int[] PathHosts) ToState(long lines)
    {
        string[] counted = _paths.ToArray();
        string[] hosts = HostsOf(counted, lines);
        return (counted, [.. counted.Select(PathOf)], hosts, [.. counted.Select(name => HostOf(name) is string host ? Array.FindIndex(hosts, other => string.Equals(other, host, StringComparison.OrdinalIgnoreCase)) : UnknownHost)]);
    }

    /// <summary>The machines by name, separated by commas; null where a report of an older version did not note them.</summary>
    /// <param name="lines">How many lines the report has.</param>
    public string? Hosts(long lines) => HostsOf(_paths.ToArray(), lines) is { Length: > 0 } hosts ? string.Join(", ", hosts) : null;

    /// <summary>What to show for each name under which a file is counted.</summary>
    /// <param name="lines">How many lines the report has.</param>
    public Func<string, string> ToNames(long lines)
    {
        bool hasSeveral = HostsOf(_paths.ToArray(), lines).Length > 1;
        return counted => hasSeveral && HostOf(counted) is string host ? NameOf(host, PathOf(counted)) : PathOf(counted);
    }

    /// <summary>What is counted of each file, as what is saved of a report has it.</summary>
    /// <param name="counted">The names under which they are counted.</param>
    public FileState[] ToFileStates(string[] counted) => [.. counted.Select(name => FileState.Of(_files.Of(name)))];

    /// <summary>What is counted of each file, as it is shown.</summary>
    /// <param name="counted">The names under which they are counted.</param>
    /// <param name="shown">What to show for each of those.</param>
    public LogFileCount[] ToFiles(string[] counted, Func<string, string> shown) =>
    [
        .. counted.Select(name => (Name: name, Totals: _files.Of(name))).Select(file => new LogFileCount
        {
            Path = shown(file.Name),
            Host = HostOf(file.Name),
            Entries = file.Totals.Entries,
            Errors = file.Totals.Errors,
            Warnings = file.Totals.Warnings,
            From = file.Totals.From,
            To = file.Totals.To,
            LastError = file.Totals.LastError,
        }).OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    /// <summary>The machine of a file; null where it is not known.</summary>
    private string? HostOf(string counted) => _foreign.TryGetValue(counted, out (string? Host, string Path) known) ? known.Host : LocalHost;

    private static string NameOf(string host, string path) => $"{host}:{path}";

    private static bool IsLocal(string? host) => string.Equals(host, LocalHost, StringComparison.OrdinalIgnoreCase);

    private string Add(string path, string? host)
    {
        path = ControlCharacters.EscapeControlCharacters(path);
        string counted = host is null || IsLocal(host) ? path : NameOf(host, path);
        if (!IsLocal(host))
        {
            _foreign[counted] = (host, path);
        }

        _paths.Add(counted);
        return counted;
    }

    private string PathOf(string counted) => _foreign.TryGetValue(counted, out (string? Host, string Path) known) ? known.Path : counted;


    /// <summary>This machine is one of them where something was read here, or nothing anywhere.</summary>
    private string[] HostsOf(string[] counted, long lines)
    {
        bool isLocal = lines > _foreignLines || counted.Any(name => !_foreign.ContainsKey(name)) || (_hosts.Count == 0 && !_isAnyUnknown);
        IEnumerable<string> hosts = isLocal ? _hosts.Append(LocalHost).Distinct(StringComparer.OrdinalIgnoreCase) : _hosts;
        return [.. hosts.Order(StringComparer.OrdinalIgnoreCase)];
    }
}
