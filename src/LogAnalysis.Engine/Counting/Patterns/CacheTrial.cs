namespace LogAnalysis.Counting;

/// <summary>Whether remembering pays: where next to nothing is asked for twice, as where each message has words of its own, a cache is not asked for a while.</summary>
internal sealed class CacheTrial
{
    /// <summary>After this number of questions it is seen whether it pays.</summary>
    private const int Length = 1024;

    /// <summary>Where less than one in this number was known, the next ones are not asked.</summary>
    private const int MinShare = 4;

    /// <summary>How many are not asked then.</summary>
    private const int PauseLength = 16 * Length;

    private int _tried;
    private int _found;
    private int _pause;

    /// <summary>Something was known.</summary>
    public void AddFound() => _found++;

    /// <summary>Counts a question; whether it is one of those that are not asked.</summary>
    public bool Skips()
    {
        if (_pause > 0)
        {
            _pause--;
            return true;
        }

        if (_tried++ == Length)
        {
            _pause = _found < Length / MinShare ? PauseLength : 0;
            (_tried, _found) = (0, 0);
        }

        return false;
    }
}
