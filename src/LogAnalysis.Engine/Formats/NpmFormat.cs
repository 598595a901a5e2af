using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>npm's debug log: the number of the line, its level, message. Stacks are logged at a level of their own.</summary>
/// <remarks>Source: npm documentation, "Logging", levels and <c>logs-dir</c>. The first lines of a log are about the command.</remarks>
internal sealed class NpmFormat() : LogFormat(
    "npm",
    "npm's debug log: number, level, message",
    "11 error code E404")
{
    private const int MaxDigits = 6;

    private static readonly WordTable<LogLevel> Levels = new(
        (LogLevel.Trace, "silly verbose"),
        (LogLevel.Information, "info http timing"),
        (LogLevel.Notice, "notice"),
        (LogLevel.Warning, "warn"),
        (LogLevel.Error, "error"));

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning != LineBeginning.TimedProse;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int digits = DigitReader.CountLeading(line);
        if (digits is 0 or > MaxDigits || digits == line.Length || line[digits] != ' ')
        {
            return false;
        }

        ByteRange word = new WordReader(line, digits).Next();
        if (word.Start != digits + 1 || word.End >= line.Length || !Levels.TryFind(word.Of(line), out LogLevel level) || IsCount(line[..digits], level))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = level;
        fields.Message = ByteRange.Between(word.End + 1, line.Length);
        return true;
    }

    /// <summary><c>1 error generated</c> counts errors.</summary>
    private static bool IsCount(ReadOnlySpan<byte> number, LogLevel level) => level >= LogLevel.Notice && number is [(byte)'0' or (byte)'1'];
}
