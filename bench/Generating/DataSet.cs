using System.Text;

namespace LogAnalysis.Bench.Generating;

/// <summary>A log that is generated.</summary>
/// <param name="Name">What it is called in arguments.</param>
/// <param name="FileName">Its file's name.</param>
/// <param name="DefaultSize">Its size in bytes unless you name one.</param>
/// <param name="Create">Begins it.</param>
internal sealed record DataSet(string Name, string FileName, long DefaultSize, Func<ILogSource> Create)
{
    /// <summary>An access log.</summary>
    public static readonly DataSet Access = new("access", "access.log", 1_000_000_000, () => new AccessLog());

    /// <summary>An access log that also says how long each request took.</summary>
    public static readonly DataSet Timed = new("timed", "timed.log", 1_000_000_000, () => new AccessLog(hasTimes: true));

    /// <summary>An application's log.</summary>
    public static readonly DataSet App = new("app", "app.log", 1_000_000_000, () => new AppLog());

    /// <summary>The beginning of the application's log, up to the end of an entry: for what would take too long on all of it.</summary>
    public static readonly DataSet AppPart = new("app-part", "app-part.log", 100_000_000, () => new AppLog());

    /// <summary>JSON lines.</summary>
    public static readonly DataSet Json = new("json", "app.jsonl", 300_000_000, () => new JsonLog());

    /// <summary>An application's log with syslog headers.</summary>
    public static readonly DataSet Syslog = new("syslog", "syslog.log", 1_000_000_000, () => new SyslogLog());

    /// <summary>All that a folder of data holds, unless some are named.</summary>
    public static IReadOnlyList<DataSet> All { get; } = [Access, Timed, App, AppPart, Syslog, Json];

    /// <summary>Logs of nothing but errors: of one message, of one kind of messages, and of no kind.</summary>
    private static readonly DataSet[] Messages =
    [
        new("equal", "equal.log", 300_000_000, MessageLog.Equal),
        new("one-kind", "one-kind.log", 300_000_000, MessageLog.OneKind),
        new("no-kind", "no-kind.log", 300_000_000, MessageLog.NoKind),
    ];

    /// <summary>Reads a name, and a size after it: <c>access=50m</c>.</summary>
    public static (DataSet Set, long Size) Parse(string text)
    {
        string[] parts = text.Split('=', 2);
        DataSet[] known = [.. All, .. Messages];
        DataSet set = Array.Find(known, set => set.Name == parts[0]) ?? throw new BenchException($"There is no log '{parts[0]}' among {string.Join(", ", known.Select(set => set.Name))}.");
        return (set, parts.Length == 1 ? set.DefaultSize : ByteSize.Parse(parts[1]));
    }

    /// <summary>Writes it, up to the end of the entry that reaches a size in bytes.</summary>
    public LogTruth Write(Stream stream, long size)
    {
        ILogSource source = Create();
        var truth = new LogTruth { Size = size };
        using var output = new StreamWriter(stream, Encoding.ASCII, bufferSize: 1 << 16, leaveOpen: true);
        while (truth.Bytes < size)
        {
            string entry = source.Next(truth);
            truth.Bytes += entry.Length;
            output.Write(entry);
        }

        return truth;
    }

    /// <summary>Its beginning, up to the end of the entry that reaches a size in bytes.</summary>
    public byte[] ToBytes(long size)
    {
        var stream = new MemoryStream();
        Write(stream, size);
        return stream.ToArray();
    }
}
