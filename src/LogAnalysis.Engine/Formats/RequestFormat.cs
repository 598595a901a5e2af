using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>Lines that consist of nothing but what a web framework tells of a response: morgan, ASP.NET Core, Koa and their like.</summary>
/// <remarks>Source: that of <see cref="RequestMessage"/>.</remarks>
internal sealed class RequestFormat() : LogFormat(
    "request",
    "Request lines without a time: morgan (Express), ASP.NET Core, Serilog's request logging",
    "GET /orders/17 503 12.345 ms - 162")
{
    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning is LineBeginning.Other or LineBeginning.Prose;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        // What begins with a bracket has a time or a level there, which others read; Rails' lines are its own.
        if (line[0] == '[' || line.StartsWith("Completed "u8))
        {
            return false;
        }

        fields = default;
        fields.Message = new ByteRange(0, line.Length);
        return RequestMessage.TryFind(line, fields.Message, ref fields) && LeadingTimestamp.Match(line, out _) == 0;
    }
}
