using LogAnalysis.Model;

namespace LogAnalysis.Querying;

/// <summary>Decides about one entry after another by their fields. It is not to be shared between threads.</summary>
/// <param name="filter">What is wanted.</param>
internal sealed class FieldMatcher(FieldFilter filter)
{
    private readonly FieldLookup _values = new(filter.Census.Names);

    /// <summary>Whether an entry passes.</summary>
    /// <param name="line">The entry, or its first line.</param>
    public bool Matches(in LogLine line)
    {
        _values.Read(in line);
        filter.Census.Note(_values.Found, in line);
        for (int i = 0; i < filter.Conditions.Count; i++)
        {
            if (!filter.Conditions[i].Matches(_values.Found, i, in line))
            {
                return false;
            }
        }

        return true;
    }
}
