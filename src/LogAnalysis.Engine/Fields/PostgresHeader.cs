using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>
/// What PostgreSQL puts before a message, two spaces after its colon: a severity, of which LOG is known to no other program, or
/// a word that marks the line as a further part of the message before it.
/// </summary>
/// <remarks>Source: PostgreSQL documentation, "Error Reporting and Logging", table "Message Severity Levels", and <c>log_error_verbosity</c>.</remarks>
internal static class PostgresHeader
{
    /// <summary>How far after the time it can be: a configured prefix may name user, database and host.</summary>
    private const int Reach = 160;

    private static readonly WordTable<bool> Parts = new((true, "detail hint query context statement location"));

    /// <summary>Looks for such a word.</summary>
    /// <param name="line">The line.</param>
    /// <param name="start">Where its header begins, after the time.</param>
    /// <param name="message">Receives where the message begins.</param>
    public static PostgresLine Find(ReadOnlySpan<byte> line, int start, out int message)
    {
        ReadOnlySpan<byte> header = line[start..Math.Min(line.Length, start + Reach)];
        int colon = header.IndexOf(":  "u8);
        message = start + colon + 3;
        if (colon <= 0)
        {
            return PostgresLine.None;
        }

        ReadOnlySpan<byte> word = header[(header[..colon].LastIndexOfAny((byte)' ', (byte)':') + 1)..colon];
        if (word.SequenceEqual("LOG"u8))
        {
            return PostgresLine.Log;
        }

        return !word.ContainsAnyInRange((byte)'a', (byte)'z') && Parts.Contains(word) ? PostgresLine.Part : PostgresLine.None;
    }
}
