using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>What dbt writes to a console: clock, two spaces, message. What a message says more is indented further.</summary>
/// <remarks>
/// Source: dbt documentation, "Events and logs", "Debug errors"; a node of a run is <c>OK</c>, <c>ERROR</c>, <c>FAIL</c>, <c>WARN</c>, <c>SKIP</c> or
/// starts. The summaries at the end count what was told before.
/// </remarks>
internal sealed class DbtFormat() : LogFormat(
    "dbt",
    "dbt at a console: clock, two spaces, message",
    "07:00:30  2 of 3 ERROR creating sql table model shop.orders ................. [ERROR in 0.12s]")
{
    private const int ClockLength = 8;

    private static readonly WordTable<LogLevel> Results = new(
        (LogLevel.Information, "START OK SKIP PASS NO-OP CREATED INSERTED"),
        (LogLevel.Warning, "WARN"),
        (LogLevel.Error, "ERROR FAIL"));

    private static readonly WordTable<bool> Kinds = new((true, "Compilation Database Runtime Parsing Internal Dependency Validation Connection Unhandled"));

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override string NeededMarks => ":";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (!HasClock(line) || !(IsNode(line) || !new HeaderScanner(line, ClockLength).FindLevel(out _)))
        {
            return false;
        }

        int start = ClockLength + line[ClockLength..].IndexOfAnyExcept((byte)' ');
        fields = default;
        fields.Message = ByteRange.Between(start, line.Length);
        fields.ContinuesEntry = start > ClockLength + 2;
        fields.HasLevel = TryFindLevel(line[start..], IsNode(line), out fields.Level);
        return true;
    }

    /// <summary>Whether a line tells of a node of a run, by its number and theirs: <c>2 of 3 ERROR creating</c>.</summary>
    public static bool IsNode(ReadOnlySpan<byte> line)
    {
        if (!HasClock(line) || !char.IsAsciiDigit((char)line[ClockLength + 2]))
        {
            return false;
        }

        var words = new WordReader(line, ClockLength);
        return DigitReader.IsNumber(words.Next().Of(line)) && words.Next().Of(line).SequenceEqual("of"u8) && DigitReader.IsNumber(words.Next().Of(line));
    }

    /// <summary>Whether a line begins with a clock and two spaces, or more where it goes on with a message.</summary>
    private static bool HasClock(ReadOnlySpan<byte> line) =>
        line.Length > ClockLength + 2 && line[2] == ':' && line[5] == ':' && line[ClockLength] == ' ' && line[ClockLength + 1] == ' '
        && DigitReader.TryRead(line, 0, 2, out _) && DigitReader.TryRead(line, 3, 2, out _) && DigitReader.TryRead(line, 6, 2, out _)
        && line[ClockLength..].IndexOfAnyExcept((byte)' ') is 2 or >= 4;

    private static bool TryFindLevel(ReadOnlySpan<byte> text, bool isNode, out LogLevel level)
    {
        var words = new WordReader(text, 0);
        ReadOnlySpan<byte> first = words.Next().Of(text);
        ReadOnlySpan<byte> second = words.Next().Of(text);
        if (isNode)
        {
            words.Next();
            return Results.TryFind(words.Next().Of(text), out level);
        }

        bool isError = second.SequenceEqual("Error"u8) && Kinds.Contains(first);
        bool isWarning = first.SequenceEqual("Warning"u8) && second.SequenceEqual("in"u8);
        bool isSummary = (first.SequenceEqual("Completed"u8) && second.SequenceEqual("with"u8)) || (first.SequenceEqual("Done."u8) && second.StartsWith("PASS="u8));
        level = isError ? LogLevel.Error : isWarning ? LogLevel.Warning : LogLevel.Information;
        return isError || isWarning || isSummary;
    }
}
