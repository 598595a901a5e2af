using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>PHP's error log: time in brackets, then a kind of error that stands for the level.</summary>
/// <remarks>Source: PHP, <c>main.c</c>, <c>php_error_cb</c>.</remarks>
internal sealed class PhpFormat() : LogFormat(
    "php",
    "PHP's error log",
    "[24-Jan-2025 07:00:30 UTC] PHP Fatal error:  Uncaught PDOException: could not connect in /srv/shop/db.php:12")
{
    private static readonly (byte[] Kind, LogLevel Level)[] Kinds =
    [
        ("Fatal error"u8.ToArray(), LogLevel.Critical),
        ("Recoverable fatal error"u8.ToArray(), LogLevel.Error),
        ("Parse error"u8.ToArray(), LogLevel.Error),
        ("Warning"u8.ToArray(), LogLevel.Warning),
        ("Notice"u8.ToArray(), LogLevel.Notice),
        ("Deprecated"u8.ToArray(), LogLevel.Notice),
        ("Strict Standards"u8.ToArray(), LogLevel.Notice),
    ];

    /// <inheritdoc/>
    internal override string FirstBytes => "[";

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int time = line[0] == '[' ? CalendarTimestamp.Match(line[1..]) : 0;
        int close = time == 0 ? -1 : line.IndexOf("] PHP "u8);
        if (close < 1 + time)
        {
            return false;
        }

        int kind = close + "] PHP ".Length;
        foreach ((byte[] words, LogLevel level) in Kinds)
        {
            ReadOnlySpan<byte> rest = line[kind..];
            if (rest.StartsWith(words) && rest.Length > words.Length && rest[words.Length] == ':')
            {
                fields = default;
                fields.HasLevel = true;
                fields.Level = level;
                fields.Timestamp = new ByteRange(1, time);
                int message = kind + words.Length + 1;
                fields.Message = ByteRange.Between(message + (line[message..].IndexOfAnyExcept((byte)' ') is > 0 and int blanks ? blanks : 0), line.Length);
                return true;
            }
        }

        return false;
    }
}
