using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>Warnings that Node.js writes to its error stream: process in brackets, perhaps a code, the warning's name, message.</summary>
/// <remarks>
/// Source: Node.js documentation, "Event: 'warning'", "Deprecated APIs". An unhandled rejection is an error, which was only called a warning
/// before version 15.
/// </remarks>
internal sealed class NodeFormat() : LogFormat(
    "node",
    "Warnings of Node.js' process",
    "(node:4711) [DEP0040] DeprecationWarning: The `punycode` module is deprecated.")
{
    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => "(";

    /// <inheritdoc/>
    internal override string NeededMarks => ":";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int process = line.StartsWith("(node:"u8) ? line.IndexOf(") "u8) : -1;
        if (process < 0)
        {
            return false;
        }

        int start = process + ") ".Length;
        int code = start < line.Length && line[start] == '[' ? line[start..].IndexOf("] "u8) : -1;
        start += code < 0 ? 0 : code + "] ".Length;
        int colon = line[start..].IndexOf(": "u8);
        ReadOnlySpan<byte> name = colon < 0 ? default : line.Slice(start, colon);
        if (!name.EndsWith("Warning"u8) || name.IndexOfAnyExcept(LetterBytes.All) >= 0)
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = name.StartsWith("Unhandled"u8) ? LogLevel.Error : LogLevel.Warning;
        fields.Message = ByteRange.Between(start, line.Length);
        return true;
    }
}
