namespace LogAnalysis.Formats;

/// <summary>Text that begins with its level and tells no time: <c>ERROR: disk full</c>, <c>[warn] slow query</c>.</summary>
internal sealed class BareLevelFormat() : LogFormat(
    "level",
    "Text that begins with its level, without a time",
    "ERROR: could not open the configuration")
{
    /// <summary>The format, for what contains lines of it.</summary>
    public static readonly BareLevelFormat Instance = new();

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        bool bracketed = line[0] == '[';
        int start = bracketed ? 1 : 0;
        int length = line[start..].IndexOfAnyExcept(LetterBytes.All);
        if (length <= 0 || (bracketed ? line[start + length] != ']' : line[start + length] is not ((byte)':' or (byte)' ')))
        {
            return false;
        }

        ReadOnlySpan<byte> word = line.Slice(start, length);
        if (!(bracketed ? LevelNames.TryParse(word, out LogLevel level) : LevelNames.TryParseCapitals(word, out level)))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = level;
        int message = line[(start + length)..].IndexOfAnyExcept("]: -"u8);
        fields.Message = message < 0 ? new Slice(line.Length, 0) : Slice.Between(start + length + message, line.Length);
        return true;
    }
}
