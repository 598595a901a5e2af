using System.Text;

namespace LogAnalysis.Times;

/// <summary>The layouts that the times of a format have; the first that fits a time reads it.</summary>
internal sealed class TimeLayouts(IReadOnlyList<TimeLayout> layouts)
{
    private const int MaxTimeLength = 100;

    /// <summary>Reads a time.</summary>
    /// <param name="text">The whole time.</param>
    /// <param name="reference">When the log was last written: a time without a year is not later than that.</param>
    /// <param name="conventions">What is known of the times of the log.</param>
    /// <param name="time">The time.</param>
    public bool TryRead(ReadOnlySpan<byte> text, DateTime reference, TimeConventions conventions, out DateTimeOffset time)
    {
        time = default;
        if (text.Length > MaxTimeLength)
        {
            return false;
        }

        Span<char> characters = stackalloc char[MaxTimeLength];
        characters = characters[..Encoding.UTF8.GetChars(text, characters)];
        foreach (TimeLayout layout in layouts)
        {
            if (layout.TryRead(characters, reference, conventions, out time))
            {
                return true;
            }
        }

        return false;
    }
}
