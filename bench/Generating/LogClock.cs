using System.Globalization;

namespace LogAnalysis.Bench.Generating;

/// <summary>The time in a generated log: it goes on by random steps.</summary>
/// <param name="rng">Decides on the steps.</param>
/// <param name="maxStep">In milliseconds; the mean is half of it.</param>
/// <param name="format">How a whole second is written, in UTC.</param>
internal sealed class LogClock(Rng rng, int maxStep, string format)
{
    private static readonly DateTime Start = new(2025, 3, 10, 6, 0, 0, DateTimeKind.Utc);

    private long _milliseconds = -1;

    /// <summary>The current second as it is written.</summary>
    public string Second { get; private set; } = string.Empty;

    /// <summary>How many milliseconds of it have gone by.</summary>
    public int Millisecond => (int)(_milliseconds % 1000);

    /// <summary>Goes on to the next entry.</summary>
    public void Advance()
    {
        long before = _milliseconds / 1000;
        _milliseconds += 1 + rng.Below(maxStep);
        // The text is made once a second.
        if (_milliseconds / 1000 != before || Second.Length == 0)
        {
            Second = Start.AddMilliseconds(_milliseconds).ToString(format, CultureInfo.InvariantCulture);
        }
    }
}
