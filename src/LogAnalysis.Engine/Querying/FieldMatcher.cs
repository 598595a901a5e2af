using LogAnalysis.Model;

namespace LogAnalysis.Querying;

/// <summary>Decides about one entry after another by their fields. It is not to be shared between threads.</summary>
/// <param name="filter">What is wanted.</param>
internal sealed class FieldMatcher(FieldFilter filter)
{
    /// <summary>After this number of entries it is seen whether looking for texts first pays.</summary>
    private const int TrialLength = 1024;

    /// <summary>It does not where more than one in this number has them.</summary>
    private const int MaxShare = 16;

    private readonly FieldLookup _values = new(filter.Census.Names);
    private int _tried;
    private int _passed;

    /// <summary>Whether an entry passes.</summary>
    /// <param name="line">The entry, or its first line.</param>
    public bool Matches(in LogLine line)
    {
        // Most entries are told apart by a search, so that their fields need not be found.
        bool looksForText = filter.Required.ArePaying;
        if (looksForText && filter.Census.IsComplete && RequiredTexts.CanTell(in line) && !HasRequired(line.Plain))
        {
            return false;
        }

        _values.Read(in line, wantsKnown: !looksForText);
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

    private bool HasRequired(ReadOnlySpan<byte> text)
    {
        if (_tried++ == TrialLength)
        {
            if (_passed > TrialLength / MaxShare)
            {
                filter.Required.GiveUp();
            }

            (_tried, _passed) = (0, 0);
        }

        bool isIn = filter.Required.AreIn(text);
        _passed += isIn ? 1 : 0;
        return isIn;
    }
}
