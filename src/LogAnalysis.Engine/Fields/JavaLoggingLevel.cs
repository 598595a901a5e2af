using System.Buffers;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>
/// The two lines of <c>java.util.logging</c>: <c>Jan 24, 2025 7:00:30 AM com.example.Orders pay</c>, and below it
/// <c>SEVERE: could not reach the database</c>.
/// </summary>
/// <remarks>Source: Java SE, <c>java.util.logging.SimpleFormatter</c>, the default format.</remarks>
internal static class JavaLoggingLevel
{
    /// <summary>The longest of them in any language, with what follows.</summary>
    private const int MaxLevelLength = 24;

    private static readonly SearchValues<byte> NeverInNames = SearchValues.Create(":=\"'[]{}"u8);

    /// <summary>Whether a line has nothing after its time but a class and a method.</summary>
    /// <param name="line">A line that begins with a time.</param>
    /// <param name="end">Where the time ends.</param>
    public static bool IsHeader(ReadOnlySpan<byte> line, int end)
    {
        if (!line[..end].TrimEnd((byte)'.').EndsWith("M"u8) && !line[..end].EndsWith("m."u8))
        {
            return false;
        }

        var words = new WordReader(line, end);
        ReadOnlySpan<byte> type = words.Next().Of(line);
        ReadOnlySpan<byte> method = words.Next().Of(line);
        return IsName(type) && IsName(method) && words.Rest.Trim((byte)' ').IsEmpty;
    }

    /// <summary>Reads the second line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="fields">Receives level and message.</param>
    public static bool TryRead(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int colon = line[..Math.Min(line.Length, MaxLevelLength)].IndexOf(": "u8);
        if (colon <= 0 || !LevelNames.TryParseCapitals(line[..colon], out LogLevel level))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = level;
        fields.CompletesEntry = true;
        fields.Message = ByteRange.Between(colon + 2, line.Length);
        return true;
    }

    private static bool IsName(ReadOnlySpan<byte> word) =>
        !word.IsEmpty && !word.ContainsAny(NeverInNames) && word.IndexOfAny(LetterBytes.All) >= 0;
}
