using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>Unreal Engine: time and frame in brackets, category, verbosity, message. Without a verbosity it is that of <c>Log</c>.</summary>
/// <remarks>Source: Epic Games, "Logging in Unreal Engine", <c>ELogVerbosity</c>. Until the log is open, lines have no time.</remarks>
internal sealed class UnrealFormat() : LogFormat(
    "unreal",
    "Unreal Engine: time and frame in brackets, category, verbosity",
    "[2025.01.24-07.00.30:139][ 17]LogOrders: Error: Could not reach the database")
{
    private const int TimeLength = 23;
    private const int MaxCategoryLength = 64;

    private static readonly WordTable<LogLevel> Verbosities = new(
        (LogLevel.Trace, "VeryVerbose"),
        (LogLevel.Debug, "Verbose"),
        (LogLevel.Information, "Log Display"),
        (LogLevel.Warning, "Warning"),
        (LogLevel.Error, "Error"),
        (LogLevel.Critical, "Fatal"));

    /// <inheritdoc/>
    internal override string FirstBytes => "[L";

    /// <inheritdoc/>
    internal override string NeededMarks => ":";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning == LineBeginning.Other;

    /// <summary>Whether a line is one of them.</summary>
    internal static bool Matches(ReadOnlySpan<byte> line) => (line[0] != '[' || BeginsWithTime(line)) && FindMessage(line, out _) > 0;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        bool isTimed = line[0] == '[';
        LogLevel level = LogLevel.Unknown;
        int message = !isTimed || BeginsWithTime(line) ? FindMessage(line, out level) : 0;
        if (message == 0)
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = level;
        fields.Timestamp = isTimed ? new ByteRange(1, TimeLength) : default;
        fields.Message = ByteRange.Between(message, line.Length);
        return true;
    }

    private static bool BeginsWithTime(ReadOnlySpan<byte> line) =>
        line.Length > TimeLength + 4 && line[5] == '.' && line[11] == '-' && line[TimeLength + 1] == ']' && line[TimeLength + 2] == '[';

    /// <summary>Where the message begins; 0 where no category is before it, or without a time no verbosity.</summary>
    private static int FindMessage(ReadOnlySpan<byte> line, out LogLevel level)
    {
        level = LogLevel.Information;
        bool isTimed = line[0] == '[';
        int start = isTimed ? TimeLength + 2 + line[(TimeLength + 2)..].IndexOf((byte)']') + 1 : 0;
        int length = isTimed && (start <= TimeLength + 2 || !DigitReader.IsNumber(line[(TimeLength + 3)..(start - 1)].TrimStart((byte)' '))) ? -1
            : MatchLabel(line[start..]);
        if (length <= 0 || (!isTimed && !line.StartsWith("Log"u8)))
        {
            return 0;
        }

        int message = start + length + 2;
        int verbosity = MatchLabel(line[message..]);
        bool isKnown = verbosity > 0 && Verbosities.TryFind(line.Slice(message, verbosity), out level);
        level = isKnown ? level : LogLevel.Information;
        return isKnown ? message + verbosity + 2 : isTimed ? message : 0;
    }

    /// <summary>The length of a name before a colon and a blank; -1 if there is none.</summary>
    private static int MatchLabel(ReadOnlySpan<byte> text)
    {
        int length = text[..Math.Min(text.Length, MaxCategoryLength)].IndexOfAnyExcept(NameBytes.All);
        return length > 0 && text[length..].StartsWith(": "u8) ? length : -1;
    }
}
