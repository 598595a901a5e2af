using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>MongoDB up to 4.2: time, a letter for the level, component, context, message. Later versions write JSON.</summary>
/// <remarks>Source: MongoDB manual 4.2, "Log Messages": <c>timestamp severity component [context] message</c>.</remarks>
internal sealed class MongoFormat() : LogFormat(
    "mongodb",
    "MongoDB up to 4.2: time, a letter for the level, component",
    "2025-01-24T07:00:30.139+0000 E STORAGE  [initandlisten] Failed to set up listener: address in use")
{
    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning != LineBeginning.TimedProse;

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int time = IsoTimestamp.Match(line);
        int letter = time + 1;
        if (time == 0 || line.Length < letter + 3 || line[time] != ' ')
        {
            return false;
        }

        bool hasLevel = LevelNames.TryParseLetter(line.Slice(letter, 1), out LogLevel level);
        int behind = letter + 1 + (line[letter] == 'D' && char.IsAsciiDigit((char)line[letter + 1]) ? 1 : 0);
        if (!hasLevel || line[behind] != ' ')
        {
            return false;
        }

        var words = new WordReader(line, behind);
        ByteRange component = words.Next();
        ByteRange context = words.Next();
        bool named = component.Length > 0 && !component.Of(line).ContainsAnyExceptInRange((byte)'-', (byte)'_');
        if (!named || context.IsEmpty || line[context.Start] != '[')
        {
            return false;
        }

        int close = line[context.Start..].IndexOf((byte)']');
        int message = close < 0 ? context.End : context.Start + close + 1;
        fields = default;
        fields.HasLevel = true;
        fields.Level = level;
        fields.Timestamp = new ByteRange(0, time);
        fields.Message = ByteRange.Between(Math.Min(message + 1, line.Length), line.Length);
        return true;
    }
}
