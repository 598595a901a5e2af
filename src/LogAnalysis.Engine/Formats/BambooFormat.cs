using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The log of a build in Bamboo: kind of line, time and text, with tabs between them. What a build wrote to its error stream is of the kind <c>error</c>.</summary>
/// <remarks>Source: Atlassian, Bamboo documentation, "Viewing a build log". Lines of errors are of <see cref="LevelFirstFormat"/>.</remarks>
internal sealed class BambooFormat() : LogFormat(
    "bamboo",
    "Bamboo's build logs: kind, time, text",
    "build\t24-Jan-2025 07:00:30\tcompiling the orders service")
{
    private static readonly WordTable<bool> Kinds = new((true, "simple build command"));

    /// <inheritdoc/>
    internal override string FirstBytes => "sbc";

    /// <inheritdoc/>
    internal override string NeededMarks => "\t";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int kind = line.IndexOf((byte)'\t');
        if (kind <= 0 || !Kinds.Contains(line[..kind]))
        {
            return false;
        }

        int start = kind + 1;
        int time = LeadingTimestamp.Match(line[start..], out bool hasDate);
        int end = start + time;
        if (time == 0 || !hasDate || (end < line.Length && line[end] != '\t'))
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new ByteRange(start, time);
        fields.Message = ByteRange.Between(Math.Min(end + 1, line.Length), line.Length);
        return true;
    }
}
