using LogAnalysis.Formats;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>The day of an installation: only the first line of Windows Installer's log has it, all others a time of day.</summary>
internal sealed class InstallerDay
{
    private byte[] _date = [];
    private int _hour;

    /// <summary>Whether it is known, so that the times of the next lines depend on it.</summary>
    public bool IsKnown => _date.Length > 0;

    /// <summary>Gives an entry the day, or takes it from the line that has it.</summary>
    /// <param name="plain">The line.</param>
    /// <param name="format">Its format.</param>
    /// <param name="fields">Its fields; the date is a range of the result.</param>
    /// <returns>The line, with the date behind it where that is from another line.</returns>
    public ReadOnlySpan<byte> Complete(ReadOnlySpan<byte> plain, LogFormat format, ref LineFields fields)
    {
        if (format is not InstallerFormat || fields.Timestamp.IsEmpty)
        {
            return plain;
        }

        ReadOnlySpan<byte> clock = fields.Timestamp.Of(plain);
        DigitReader.TryRead(clock, 0, DigitReader.CountLeading(clock), out int hour);
        if (!fields.Date.IsEmpty)
        {
            _date = fields.Date.Of(plain).ToArray();
            _hour = hour;
            return plain;
        }

        // Behind midnight it is another day.
        if (!IsKnown || hour < _hour)
        {
            _date = [];
            fields.Timestamp = default;
            return plain;
        }

        _hour = hour;
        fields.Date = new ByteRange(plain.Length, _date.Length);
        return (byte[])[.. plain, .. _date];
    }
}
