using System.Text;
using LogAnalysis.Model;
using LogAnalysis.Querying;
using LogAnalysis.Times;

namespace LogAnalysis.Counting;

/// <summary>Counts which fields the entries of a log have.</summary>
internal sealed class FieldSummaryCounter : ILogCounter
{
    /// <summary>A log that has more names has data for names; the rest is counted together.</summary>
    public const int MaxFields = 500;

    private static ReadOnlySpan<byte> Others => "(other fields)"u8;

    private readonly Utf8StringTable _names = new();
    private readonly List<FieldProfile> _profiles = [];
    private readonly ProfilingSink _sink;

    /// <summary>Counts nothing yet.</summary>
    public FieldSummaryCounter() => _sink = new ProfilingSink(this);

    /// <summary>How many entries were counted.</summary>
    public long Entries { get; private set; }

    /// <summary>Each fork has its own tables, which take a while to merge.</summary>
    public int PartitionSize => 1 << 22;

    /// <inheritdoc/>
    public void Add(in LogLine line)
    {
        if (!line.IsContinuation)
        {
            Entries++;
            _sink.Read(in line);
        }
    }

    /// <inheritdoc/>
    public ILogCounter Fork() => new FieldSummaryCounter();

    /// <inheritdoc/>
    public void Merge(ILogCounter partition)
    {
        var other = (FieldSummaryCounter)partition;
        Entries += other.Entries;
        for (int number = 0; number < other._profiles.Count; number++)
        {
            ProfileOf(other._names[number]).Merge(other._profiles[number]);
        }
    }

    /// <summary>The fields, those that most entries have first, then by name.</summary>
    /// <param name="top">How many of the most frequent values of each are wanted.</param>
    public IEnumerable<LogFieldSummary> ToSummaries(int top) => _profiles
        .Select((profile, number) => profile.ToSummary(Encoding.UTF8.GetString(_names[number]), Entries, top))
        .OrderByDescending(field => field.Count)
        .ThenBy(field => field.Name, StringComparer.Ordinal);

    private FieldProfile ProfileOf(ReadOnlySpan<byte> name)
    {
        int number = _names.NumberOf(name, MaxFields);
        number = number < 0 ? _names.NumberOf(Others) : number;
        if (number == _profiles.Count)
        {
            _profiles.Add(new FieldProfile());
        }

        return _profiles[number];
    }

    private sealed class ProfilingSink(FieldSummaryCounter counter) : FieldWalker
    {
        private DateTime _reference;
        private TimeConventions _conventions = TimeConventions.Default;

        public override void Read(in LogLine line)
        {
            (_reference, _conventions) = (line.Reference, line.Conventions);
            base.Read(in line);
        }

        private protected override void Take(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, LogFieldType type) =>
            counter.ProfileOf(name).Add(value, type, counter.Entries, _reference, _conventions);
    }
}
