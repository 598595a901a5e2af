using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>Bacula and Bareos: day and month, time, daemon, job, perhaps a level, message. Reports are indented below.</summary>
/// <remarks>Source: Bacula Main Reference, "Messages Resource": errors and warnings have their kind before the text, other messages none.</remarks>
internal sealed class BaculaFormat() : LogFormat(
    "bacula",
    "Bacula and Bareos: day, time, daemon, job, message",
    "24-Jan 07:00 backup1-sd JobId 17: Fatal error: Could not open the device")
{
    private const int MaxHeaderLength = 160;

    private static readonly (byte[] Label, LogLevel Level)[] Labels =
    [
        ("Fatal error:"u8.ToArray(), LogLevel.Critical),
        ("ABORTING"u8.ToArray(), LogLevel.Critical),
        ("Error:"u8.ToArray(), LogLevel.Error),
        ("Warning:"u8.ToArray(), LogLevel.Warning),
        ("Security"u8.ToArray(), LogLevel.Warning),
    ];

    private static ReadOnlySpan<byte> Job => " JobId "u8;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning != LineBeginning.TimedProse;

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        ReadOnlySpan<byte> near = line[..Math.Min(line.Length, MaxHeaderLength)];
        int job = line.Length > 6 && line[2] == '-' && char.IsAsciiLetter((char)line[3]) ? near.IndexOf(Job) : -1;
        if (job < 0)
        {
            return false;
        }

        int number = job + Job.Length;
        int digits = DigitReader.CountLeading(line[number..]);
        int daemon = near[..job].LastIndexOf((byte)' ');
        if (digits == 0 || daemon <= 0 || !near[..daemon].Contains((byte)':') || !line[(number + digits)..].StartsWith(": "u8))
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new ByteRange(0, daemon);
        int message = number + digits + ": ".Length;
        foreach ((byte[] label, LogLevel level) in Labels)
        {
            if (line[message..].StartsWith(label))
            {
                fields.HasLevel = true;
                fields.Level = level;
                message += label.Length;
                break;
            }
        }

        int blanks = line[message..].IndexOfAnyExcept((byte)' ');
        fields.Message = ByteRange.Between(blanks < 0 ? line.Length : message + blanks, line.Length);
        return true;
    }
}
