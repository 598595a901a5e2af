using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The logs of WiX Burn bundles, and of setups made with them: process and thread, time, a letter for the level and a message number.</summary>
/// <remarks>Source: WiX Toolset, <c>logutil</c>: <c>[%X:%X][time]</c>, then <c>i</c>, <c>w</c> or <c>e</c> and three digits.</remarks>
internal sealed class BurnFormat() : LogFormat(
    "burn",
    "WiX Burn, the engine of setup bundles (Visual C++, .NET, and other installers)",
    "[1A2C:0D34][2025-01-24T07:00:30]e000: Error 0x80070642: Failed to install MSI package.")
{
    private const int NumberLength = 3;

    /// <inheritdoc/>
    internal override string FirstBytes => "[";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int process = HexReader.CountLeading(line[1..]) + 1;
        if (process is 1 or > 9 || process >= line.Length || line[process] != ':')
        {
            return false;
        }

        int thread = HexReader.CountLeading(line[(process + 1)..]) + process + 1;
        int length = thread > process + 1 && line[thread..].StartsWith("]["u8) ? IsoTimestamp.Match(line[(thread + 2)..]) : 0;
        int end = thread + 2 + length;
        if (length == 0 || end >= line.Length || line[end] != ']')
        {
            return false;
        }

        fields = default;
        fields.Timestamp = new ByteRange(thread + 2, length);
        int message = end + 1;
        if (TryReadMark(line[message..], out fields.Level))
        {
            fields.HasLevel = true;
            message += NumberLength + 2;
        }
        else
        {
            // Visual Studio's setup writes words instead, or nothing.
            var header = new HeaderScanner(line, message);
            fields.HasLevel = header.FindLevel(out fields.Level);
            message = header.Position;
        }

        int blanks = line[message..].IndexOfAnyExcept(" :"u8);
        fields.Message = ByteRange.Between(blanks < 0 ? line.Length : message + blanks, line.Length);
        return true;
    }

    /// <summary><c>i000:</c>.</summary>
    private static bool TryReadMark(ReadOnlySpan<byte> text, out LogLevel level)
    {
        bool isMark = text.Length > NumberLength + 1 && text[NumberLength + 1] == ':' && DigitReader.TryRead(text, 1, NumberLength, out _);
        level = !isMark ? LogLevel.Unknown : text[0] switch
        {
            (byte)'i' => LogLevel.Information,
            (byte)'w' => LogLevel.Warning,
            (byte)'e' => LogLevel.Error,
            (byte)'v' => LogLevel.Trace,
            _ => LogLevel.Unknown,
        };
        return level != LogLevel.Unknown;
    }
}
