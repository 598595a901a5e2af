using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>
/// .NET's console logger: level, category and event id; the message is on the next line, or after them where the logger was told to
/// write a single line.
/// </summary>
/// <remarks>Source: <c>Microsoft.Extensions.Logging.Console</c>, <c>SimpleConsoleFormatter</c>.</remarks>
internal sealed class MicrosoftConsoleFormat() : LogFormat(
    "dotnet-console",
    ".NET's console logger: level, category and event id, the message on the next line",
    "fail: Microsoft.AspNetCore.Server.Kestrel[13]")
{
    /// <summary>The format, for others that must not take its lines for theirs.</summary>
    public static readonly MicrosoftConsoleFormat Instance = new();

    private const int LevelLength = 4;

    private static readonly WordTable<LogLevel> Levels = new(
        (LogLevel.Trace, "trce"),
        (LogLevel.Debug, "dbug"),
        (LogLevel.Information, "info"),
        (LogLevel.Warning, "warn"),
        (LogLevel.Error, "fail"),
        (LogLevel.Critical, "crit"));

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Letters;

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning == LineBeginning.Other;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line.Length < 9 || line[LevelLength] != ':' || line[LevelLength + 1] != ' ' || !Levels.TryFind(line[..LevelLength], out LogLevel level))
        {
            return false;
        }

        int category = LevelLength + 2;
        int blank = line[category..].IndexOf((byte)' ');
        int end = blank < 0 ? line.Length : category + blank;
        int open = line[category..end].IndexOf((byte)'[');
        if (open <= 0 || line[end - 1] != ']' || !DigitReader.IsNumber(line[(category + open + 1)..(end - 1)].TrimStart((byte)'-')))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = level;
        fields.MessageFollows = blank < 0;
        fields.Message = blank < 0 ? new ByteRange(category, open) : ByteRange.Between(end + 1, line.Length);
        RequestMessage.TryFind(line, fields.Message, ref fields);
        return true;
    }

    /// <inheritdoc/>
    internal override bool ReadFields(ReadOnlySpan<byte> line, in LineFields fields, FieldSink sink)
    {
        ByteRange source = new WordReader(line, LevelLength + 1).Next();
        int open = source.Of(line).IndexOf((byte)'[');
        sink.Add("Logger"u8, source.Of(line)[..open]);
        sink.Add("EventId"u8, source.Of(line)[(open + 1)..^1]);
        return true;
    }

    /// <summary>Whether a line is one of this format.</summary>
    internal static bool Matches(ReadOnlySpan<byte> line)
    {
        LineFields fields = default;
        return Instance.TryParse(line, ref fields);
    }
}
