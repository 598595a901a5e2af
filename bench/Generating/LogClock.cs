using System.Globalization;

namespace LogAnalysis.Bench.Generating;

/// <summary>The time in a generated log: it goes on by random steps, and its text is made once a second.</summary>
/// <param name="dice">Decides on the steps.</param>
/// <param name="longestStep">In milliseconds; the mean is half of it.</param>
/// <param name="format">How a whole second is written, in UTC.</param>
internal sealed class LogClock(Dice dice, int longestStep, string format)
{
    private static readonly DateTime Start = new(2025, 3, 10, 6, 0, 0, DateTimeKind.Utc);

    private readonly byte[] _text = new byte[64];
    private int _textLength;
    private long _milliseconds = -1;

    /// <summary>The current second as it is written.</summary>
    public ReadOnlySpan<byte> Second => _text.AsSpan(0, _textLength);

    /// <summary>How many milliseconds have gone by of the current second.</summary>
    public int Millisecond => (int)(_milliseconds % 1000);

    /// <summary>Goes on to the next entry.</summary>
    public void Advance()
    {
        long before = _milliseconds / 1000;
        _milliseconds += 1 + dice.Below(longestStep);
        if (_milliseconds / 1000 != before || _textLength == 0)
        {
            Start.AddMilliseconds(_milliseconds).TryFormat(_text, out _textLength, format, CultureInfo.InvariantCulture);
        }
    }
}
