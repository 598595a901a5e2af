using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>
/// Events of Windows as text, a name and a value a line: what the Event Viewer copies, and <c>wevtutil query-events /format:text</c>.
/// The level is some lines below the first.
/// </summary>
/// <remarks>Source: Windows' Event Viewer, "Copy details as text"; <c>wevtutil</c>.</remarks>
internal sealed class WindowsEventFormat() : LogFormat(
    "windows-event",
    "Windows events as text (Event Viewer, wevtutil): a name and a value a line",
    "Log Name:      Application")
{
    /// <summary>The format, for what reads the lines below the first.</summary>
    public static readonly WindowsEventFormat Instance = new();

    private static ReadOnlySpan<byte> FirstName => "Log Name:"u8;

    /// <inheritdoc/>
    internal override string FirstBytes => "LE";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (!line.StartsWith(FirstName) && !IsNumbered(line))
        {
            return false;
        }

        fields = default;
        fields.LevelFollows = true;
        fields.HasLevel = true;
        fields.Message = new ByteRange(0, line.Length);
        return true;
    }

    /// <summary>Finds the value that a line gives, if it has that name.</summary>
    internal static bool TryReadValue(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        ReadOnlySpan<byte> text = line.TrimStart((byte)' ');
        bool named = text.Length > name.Length && text.StartsWith(name) && text[name.Length] == ':';
        value = named ? text[(name.Length + 1)..].Trim((byte)' ') : default;
        return named;
    }

    /// <summary><c>Event[0]:</c>, as wevtutil begins each.</summary>
    private static bool IsNumbered(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> text = line.TrimEnd(" :"u8);
        return text.StartsWith("Event["u8) && text.EndsWith("]"u8) && DigitReader.IsNumber(text["Event[".Length..^1]);
    }
}
