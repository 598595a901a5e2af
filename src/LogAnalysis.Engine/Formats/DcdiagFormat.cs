using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>What dcdiag reports of domain controllers: the result of each test, and the events that it has found.</summary>
/// <remarks>Source: Microsoft Learn, <c>dcdiag</c>. A test ends with a line of points and its result; all that is between is about that test.</remarks>
internal sealed class DcdiagFormat() : LogFormat(
    "dcdiag",
    "dcdiag: results of tests, events of the domain controllers",
    "         ......................... DC1 failed test Services")
{
    /// <inheritdoc/>
    internal override string FirstBytes => " ";

    private static ReadOnlySpan<byte> Points => "......................... "u8;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int blanks = line.IndexOfAnyExcept((byte)' ');
        ReadOnlySpan<byte> text = blanks < 0 ? default : line[blanks..];
        if (text.IsEmpty || !TryReadLevel(text, out LogLevel level))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = level;
        fields.Message = ByteRange.Between(blanks, line.Length);
        return true;
    }

    private static bool TryReadLevel(ReadOnlySpan<byte> text, out LogLevel level)
    {
        bool isResult = text[0] == '.' && text.StartsWith(Points);
        bool failed = isResult && text.IndexOf(" failed test "u8) > 0;
        bool isEvent = text[0] == 'A' && text.IndexOf(" occurred.  EventID: 0x"u8) > 0;
        bool isError = isEvent && text.StartsWith("An error event"u8);
        bool isWarning = isEvent && text.StartsWith("A warning event"u8);
        level = failed || isError ? LogLevel.Error : isWarning ? LogLevel.Warning : LogLevel.Information;
        return failed || isEvent || (isResult && text.IndexOf(" passed test "u8) > 0);
    }
}
