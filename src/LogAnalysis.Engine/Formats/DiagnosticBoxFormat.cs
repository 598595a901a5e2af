using System.Text;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>What tools tell at a console in a box that is open on the right: its edge, the severity, a summary. Further lines have an edge, too.</summary>
/// <remarks>Source: Terraform and OpenTofu, "Diagnostics": a bar; Julia, "Logging", <c>ConsoleLogger</c>: a corner, or a bracket where there is but one line.</remarks>
internal sealed class DiagnosticBoxFormat() : LogFormat(
    "diagnostic-box",
    "Diagnostics in a box at a console (Terraform, OpenTofu, Julia)",
    "│ Error: could not create the bucket")
{
    private static readonly (byte[] Text, LogLevel Level)[] Beginnings =
    [
        .. new[] { "│ ", "┌ ", "[ " }.SelectMany(
            _ => new[] { ("Error: ", LogLevel.Error), ("Warning: ", LogLevel.Warning), ("Info: ", LogLevel.Information), ("Debug: ", LogLevel.Debug) },
            (edge, severity) => (Encoding.UTF8.GetBytes(edge + severity.Item1), severity.Item2)),
    ];

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes { get; } = string.Concat(Beginnings.Select(beginning => (char)beginning.Text[0]).Distinct());

    /// <inheritdoc/>
    internal override string NeededMarks => ":";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        foreach ((byte[] text, LogLevel level) in Beginnings)
        {
            if (line.StartsWith(text))
            {
                fields = default;
                fields.HasLevel = true;
                fields.Level = level;
                fields.Message = ByteRange.Between(text.Length, line.Length);
                return true;
            }
        }

        return false;
    }
}
