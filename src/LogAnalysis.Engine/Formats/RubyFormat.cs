using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>Ruby's Logger: a letter for the level, time and process id in brackets, the level, the program, the message.</summary>
/// <remarks>Source: Ruby's <c>Logger::Formatter</c>: <c>%s, [%s #%d] %5s -- %s: %s</c>.</remarks>
internal sealed class RubyFormat() : LogFormat(
    "ruby",
    "Ruby's Logger, and Rails with it",
    "E, [2025-01-24T07:00:30.139632 #1234] ERROR -- shop: could not reach the database")
{
    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Letters;

    /// <inheritdoc/>
    internal override string NeededMarks => ",[]";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line.Length < 4 || !line[1..].StartsWith(", ["u8))
        {
            return false;
        }

        int time = IsoTimestamp.Match(line[4..]);
        int level = time == 0 ? 0 : line.IndexOf("] "u8) + 2;
        int length = level < 2 ? -1 : line[level..].IndexOf(" -- "u8);
        if (length < 0)
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new ByteRange(4, time);

        // ANY, for a message without a level, is none.
        fields.HasLevel = LevelNames.TryParse(line.Slice(level, length).Trim((byte)' '), out fields.Level);
        int program = level + length + " -- ".Length;
        int colon = line[program..].IndexOf(": "u8);
        fields.Message = ByteRange.Between(colon < 0 ? program : program + colon + 2, line.Length);
        RequestMessage.TryFind(line, fields.Message, ref fields);
        return true;
    }
}
