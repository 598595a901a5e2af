using System.Buffers;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>
/// Windows Installer's verbose log: what its engine writes behind process, thread and time, the beginning and the end of each action, properties.
/// </summary>
/// <remarks>
/// Source: Microsoft, "Windows Installer Logging", "Logging of Action Return Values" (3 is an unrecoverable error; 0 not invoked, 1 success,
/// 2 cancelled by the user, 4 suspended), "MsiExec.exe and InstMsi.exe Error Messages" (0, 1641 and 3010 are success).
/// </remarks>
internal sealed class InstallerFormat() : LogFormat(
    "msi",
    "Windows Installer's log (msiexec /l*v)",
    "MSI (s) (20:4C) [07:00:30:139]: Product: Shop Client -- Installation failed.")
{
    private const int MaxClockLength = 12;

    private static readonly SearchValues<byte> ClockBytes = SearchValues.Create("0123456789:."u8);

    /// <summary>What the engine lists: names and values in it say nothing of how it went.</summary>
    private static readonly byte[][] Listings =
    [
        .. new[]
        {
            "Note: ", "PROPERTY CHANGE: ", "Doing action: ", "Skipping action: ", "Command Line: ", "Executing op: ", "Component: ", "Feature: ",
            "File: ", "Dialog created", "Machine policy value", "User policy value", "Transforming table ", "Invoking remote custom action",
            "Cloaking enabled", "Font created", "Validating digital signature", "Original package ",
        }.Select(System.Text.Encoding.ASCII.GetBytes),
    ];

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => "MAP=IWE";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning is LineBeginning.Other or LineBeginning.Prose;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        fields = default;
        return line[0] switch
        {
            (byte)'M' => line.StartsWith("MSI ("u8) && TryParseEngine(line, ref fields),
            (byte)'A' => line.StartsWith("Action "u8) && TryParseAction(line, ref fields),
            (byte)'P' => line.StartsWith("Property("u8) && line.Length > 11 && line[10] == ')' && line[11] == ':' && Take(line, LogLevel.Information, 0, ref fields),
            (byte)'=' => line.StartsWith("=== "u8) && TryParseFrame(line, ref fields),
            (byte)'I' => IsNumbered(line, "Info "u8) && Take(line, LogLevel.Information, 0, ref fields),
            (byte)'W' => IsNumbered(line, "Warning "u8) && Take(line, LogLevel.Warning, 0, ref fields),
            _ => IsNumbered(line, "Error "u8) && Take(line, LogLevel.Error, 0, ref fields),
        };
    }

    /// <summary><c>MSI (s) (20:4C) [07:00:30:139]: message</c>.</summary>
    private static bool TryParseEngine(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int time = line[..Math.Min(line.Length, 40)].IndexOf(") ["u8);
        int close = time < 0 ? -1 : line[time..].IndexOf("]: "u8);
        if (close < 0 || MatchClock(line[(time + 3)..]) == 0)
        {
            return false;
        }

        int message = time + close + 3;
        ReadOnlySpan<byte> text = line[message..];
        Take(line, LogLevel.Information, message, ref fields);
        fields.Timestamp = new ByteRange(time + 3, close - 3);
        if (TryReadCode(text, out bool failed))
        {
            fields.Level = failed ? LogLevel.Error : LogLevel.Information;
        }
        else
        {
            fields.HasLevel = IsListing(text) || text.IndexOf("will be translated to success"u8) >= 0;
        }

        return true;
    }

    /// <summary><c>Action start 7:00:30: InstallFiles.</c>, <c>Action ended 7:00:31: InstallFiles. Return value 3.</c></summary>
    private static bool TryParseAction(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        ReadOnlySpan<byte> rest = line["Action ".Length..];
        int clock = line.Length - rest.Length + (rest.StartsWith("start "u8) || rest.StartsWith("ended "u8) ? "start ".Length : 0);
        int length = MatchClock(line[clock..]);
        if (length == 0)
        {
            return false;
        }

        bool failed = line.TrimEnd((byte)' ').EndsWith(" Return value 3."u8);
        fields.Timestamp = new ByteRange(clock, line[clock + length - 1] == ':' ? length - 1 : length);
        return Take(line, failed ? LogLevel.Error : LogLevel.Information, 0, ref fields);
    }

    /// <summary>The first and the last line, which have the date: <c>=== Logging started: 1/24/2025  7:00:30 ===</c>.</summary>
    private static bool TryParseFrame(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int start = line.IndexOf(" started: "u8);
        start = start < 0 ? line.IndexOf(" stopped: "u8) : start;
        if (start < 0 || line[..start].IndexOf("ogging"u8) < 0)
        {
            return false;
        }

        var words = new WordReader(line, start + " started: ".Length);
        Take(line, LogLevel.Information, 0, ref fields);
        fields.Date = words.Next();
        fields.Timestamp = words.Next();
        return MatchClock(fields.Timestamp.Of(line)) > 0;
    }

    /// <summary>How the engine, or the whole installation, ended.</summary>
    private static bool TryReadCode(ReadOnlySpan<byte> text, out bool failed)
    {
        int at = text.StartsWith("MainEngineThread is returning "u8) ? "MainEngineThread is returning ".Length
            : text.IndexOf("success or error status: "u8) is >= 0 and int status ? status + "success or error status: ".Length
            : -1;
        ReadOnlySpan<byte> code = at < 0 ? default : text[at..].TrimEnd(". "u8);
        bool isSuccess = code.SequenceEqual("0"u8) || code.SequenceEqual("1602"u8) || code.SequenceEqual("1641"u8) || code.SequenceEqual("3010"u8);
        failed = !isSuccess;
        return DigitReader.IsNumber(code);
    }

    private static bool IsListing(ReadOnlySpan<byte> text)
    {
        foreach (byte[] beginning in Listings)
        {
            if (text.StartsWith(beginning))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>Info 1603. The file is in use</c>: the engine's messages have numbers.</summary>
    private static bool IsNumbered(ReadOnlySpan<byte> line, ReadOnlySpan<byte> word)
    {
        ReadOnlySpan<byte> rest = line.StartsWith(word) ? line[word.Length..] : default;
        int digits = DigitReader.CountLeading(rest);
        return digits is 4 or 5 && rest.Length > digits && rest[digits] == '.';
    }

    private static int MatchClock(ReadOnlySpan<byte> text)
    {
        int length = text[..Math.Min(text.Length, MaxClockLength)].IndexOfAnyExcept(ClockBytes);
        ReadOnlySpan<byte> clock = length < 0 ? text[..Math.Min(text.Length, MaxClockLength)] : text[..length];
        return clock.Length >= "7:00:30".Length && char.IsAsciiDigit((char)clock[0]) && clock[1..3].Contains((byte)':') ? clock.Length : 0;
    }

    private static bool Take(ReadOnlySpan<byte> line, LogLevel level, int message, ref LineFields fields)
    {
        fields.HasLevel = true;
        fields.Level = level;
        fields.Message = ByteRange.Between(message, line.Length);
        return true;
    }
}
