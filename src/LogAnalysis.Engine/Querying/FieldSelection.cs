using System.Text;

namespace LogAnalysis.Querying;

/// <summary>The fields of which statistics are wanted, and those by which entries are grouped.</summary>
internal sealed class FieldSelection
{
    private static readonly char[] WildcardCharacters = ['*', '?', '['];

    /// <summary>What entries are grouped by as they are, though a log may have fields of these names.</summary>
    private static readonly string[] OfEntry = [nameof(LogEntry.Level), nameof(LogEntry.Path)];

    /// <param name="names">The fields; wildcards are permitted.</param>
    /// <param name="by">What entries are grouped by.</param>
    public FieldSelection(IEnumerable<string> names, IEnumerable<string> by)
    {
        Names = [.. names.Where(name => !HasWildcard(name)).Select(name => new FieldName(name))];
        By = [.. by.Select(name => new FieldName(name, isProperty: OfEntry.Contains(name, StringComparer.OrdinalIgnoreCase)))];
        Wildcards = [.. names.Where(HasWildcard).Select(name => new Wildcard(name))];
        All = [.. Names, .. By];
        NamesInUtf8 = [.. Names.Select(name => Encoding.UTF8.GetBytes(name.Text))];
        Census = new FieldCensus(All);
    }

    /// <summary>The fields that were named.</summary>
    public IReadOnlyList<FieldName> Names { get; }

    /// <summary>The same, in UTF-8.</summary>
    public byte[][] NamesInUtf8 { get; }

    /// <summary>Patterns of names of further fields.</summary>
    public IReadOnlyList<Wildcard> Wildcards { get; }

    /// <summary>What entries are grouped by.</summary>
    public IReadOnlyList<FieldName> By { get; }

    /// <summary>The fields that were named, and behind them those by which entries are grouped.</summary>
    public IReadOnlyList<FieldName> All { get; }

    /// <summary>Which of them the log has.</summary>
    public FieldCensus Census { get; }

    /// <summary>Whether a field is wanted by its name alone.</summary>
    public bool IsMatch(ReadOnlySpan<byte> name)
    {
        foreach (Wildcard wildcard in Wildcards)
        {
            if (wildcard.IsMatch(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The place of a field among those that were asked for: those that were named come first, then what each wildcard has found.</summary>
    public int OrderOf(string name)
    {
        for (int i = 0; i < Names.Count; i++)
        {
            if (Names[i].Text == name)
            {
                return i;
            }
        }

        for (int i = 0; i < Wildcards.Count; i++)
        {
            if (Wildcards[i].IsMatch(name))
            {
                return Names.Count + i;
            }
        }

        return int.MaxValue;
    }

    private static bool HasWildcard(string name) => name.IndexOfAny(WildcardCharacters) >= 0;
}
