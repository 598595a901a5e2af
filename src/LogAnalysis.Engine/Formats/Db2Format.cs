using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>The diagnostic log of IBM Db2: a heading with time, record and level, and below it a field a line, up to an empty one.</summary>
/// <remarks>Source: IBM Documentation, Db2, "Interpreting the db2diag log file informational record" and "header fields".</remarks>
internal sealed class Db2Format() : LogFormat(
    "db2",
    "IBM Db2 diagnostic log: time, record and level in a heading, fields below",
    "2025-01-24-07.00.30.139632+060 I1735E500             LEVEL: Error")
{
    private const int MinTimeLength = 26;
    private const int MaxHeaderLength = 120;

    private static ReadOnlySpan<byte> LevelName => " LEVEL: "u8;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        ReadOnlySpan<byte> near = line[..Math.Min(line.Length, MaxHeaderLength)];
        int time = near.IndexOf((byte)' ');
        int name = time >= MinTimeLength && near[10] == '-' && near[13] == '.' && near[16] == '.' ? near.IndexOf(LevelName) : -1;
        if (name < 0)
        {
            return false;
        }

        int level = name + LevelName.Length;
        int length = line[level..].IndexOf((byte)' ');
        ReadOnlySpan<byte> word = line.Slice(level, length < 0 ? line.Length - level : length);
        fields = default;
        fields.HasLevel = LevelNames.TryParse(word, out fields.Level) || word.SequenceEqual("Event"u8);
        fields.Level = fields.Level == LogLevel.Unknown ? LogLevel.Information : fields.Level;
        fields.Timestamp = new ByteRange(0, time);
        fields.Message = new ByteRange(0, line.Length);
        return fields.HasLevel;
    }
}
