using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>
/// ClamAV's results, a file and what was found of it, perhaps behind a time; and what its library writes. A virus that was found is a warning: the scan itself
/// went well.
/// </summary>
/// <remarks>Source: ClamAV documentation, "Scanning", <c>clamscan</c>'s return codes: 1 for a virus, 2 for errors; <c>LogTime</c> of clamd.conf.</remarks>
internal sealed class ClamAvFormat() : LogFormat(
    "clamav",
    "ClamAV: files and what was found in them, messages of its library",
    "/srv/data/upload.zip: Win.Test.EICAR_HDB-1 FOUND")
{
    private static readonly WordTable<LogLevel> LibraryLevels = new(
        (LogLevel.Debug, "debug"),
        (LogLevel.Information, "info"),
        (LogLevel.Warning, "warning"),
        (LogLevel.Error, "error"));

    private static ReadOnlySpan<byte> Library => "LibClamAV "u8;

    private static ReadOnlySpan<byte> BehindTime => " -> "u8;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Letters + "/\\";

    /// <inheritdoc/>
    internal override string NeededMarks => ":";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning == LineBeginning.Other;

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line.StartsWith(Library))
        {
            return TryParseLibrary(line, ref fields);
        }

        if (!EndsWithResult(line) || !TryReadResult(line, out LogLevel level))
        {
            return false;
        }

        int time = LeadingTimestamp.Match(line, out bool hasDate);
        bool isTimed = time > 0 && hasDate && line[time..].StartsWith(BehindTime);
        int start = isTimed ? time + BehindTime.Length : 0;
        if (!isTimed && !IsPlace(line))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = level;
        fields.Timestamp = new ByteRange(0, isTimed ? time : 0);
        fields.Message = ByteRange.Between(start, line.Length);
        return true;
    }

    /// <summary><c>LibClamAV Warning: message</c>.</summary>
    private static bool TryParseLibrary(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int length = line[Library.Length..].IndexOf(": "u8);
        int message = Library.Length + length + 2;
        if (length <= 0 || !LibraryLevels.TryFind(line.Slice(Library.Length, length), out LogLevel level))
        {
            return false;
        }

        fields = LineFields.OfLevel(level, ByteRange.Between(message, line.Length));
        return true;
    }

    /// <summary>Hardly any line of another log ends so.</summary>
    private static bool EndsWithResult(ReadOnlySpan<byte> line) => line[^1] switch
    {
        (byte)'D' => line.EndsWith(" FOUND"u8),
        (byte)'R' => line.EndsWith(" ERROR"u8),
        (byte)'K' => line.EndsWith(": OK"u8),
        (byte)'e' => line.EndsWith(": Empty file"u8),
        (byte)'d' => line.EndsWith(": Excluded"u8),
        _ => false,
    };

    /// <summary>What was found: behind the last colon a signature, or that there is none.</summary>
    private static bool TryReadResult(ReadOnlySpan<byte> line, out LogLevel level)
    {
        int colon = line.LastIndexOf(": "u8);
        ReadOnlySpan<byte> result = colon <= 0 ? default : line[(colon + 2)..];
        bool isFound = result.EndsWith(" FOUND"u8) && !result[..^" FOUND".Length].Contains((byte)' ');
        level = isFound ? LogLevel.Warning : result.EndsWith(" ERROR"u8) ? LogLevel.Error : LogLevel.Information;
        return colon > 0 && (isFound || !result.EndsWith(" FOUND"u8));
    }

    /// <summary>A path, or a connection: <c>instream(192.0.2.7@4711)</c>.</summary>
    private static bool IsPlace(ReadOnlySpan<byte> line) =>
        line[0] is (byte)'/' or (byte)'\\' || line.StartsWith("instream("u8) || line.StartsWith("fd["u8)
        || (line.Length > 2 && char.IsAsciiLetter((char)line[0]) && line[1] == ':' && line[2] is (byte)'\\' or (byte)'/');
}
