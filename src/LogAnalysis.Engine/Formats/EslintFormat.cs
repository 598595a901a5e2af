using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>What ESLint and its kin report below the name of a file: line and column, error or warning, a text that may speak of anything, the rule.</summary>
/// <remarks>Source: ESLint documentation, "Formatters Reference", stylish.</remarks>
internal sealed class EslintFormat() : LogFormat(
    "eslint",
    "ESLint and stylelint: place, error or warning, message, rule",
    "  12:5  error    'total' is not defined             no-undef")
{
    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => " ";

    /// <inheritdoc/>
    internal override string NeededMarks => ":";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        var words = new WordReader(line, 0);
        ReadOnlySpan<byte> place = words.Next().Of(line);
        int row = DigitReader.CountLeading(place);
        if (row == 0 || row + 1 >= place.Length || place[row] != ':' || !DigitReader.IsNumber(place[(row + 1)..]) || !words.Rest.StartsWith("  "u8))
        {
            return false;
        }

        ReadOnlySpan<byte> kind = words.Next().Of(line);
        bool isError = kind.SequenceEqual("error"u8);
        if ((!isError && !kind.SequenceEqual("warning"u8)) || !words.Rest.StartsWith("  "u8))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = isError ? LogLevel.Error : LogLevel.Warning;
        fields.Message = words.Remaining;
        return true;
    }
}
