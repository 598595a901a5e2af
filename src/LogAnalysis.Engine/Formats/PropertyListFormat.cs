using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>Events that PowerShell's <c>Format-List</c> has printed: a property a line, with the colons below each other; a blank line between two.</summary>
/// <remarks>
/// Such lines count only where no entry of another format goes on. Source: PowerShell documentation, <c>Format-List</c>, <c>Get-WinEvent</c>,
/// <c>Get-EventLog</c>: values of several lines are indented.
/// </remarks>
internal sealed class PropertyListFormat() : BlockFormat(
    "powershell-list",
    "Windows' events as PowerShell's Format-List prints them",
    "TimeCreated  : 1/24/2025 7:00:30 AM")
{
    /// <summary>The properties of an event with which a list of them begins.</summary>
    private static readonly WordTable<bool> Properties = new((true,
        "Index EventID TimeCreated TimeGenerated TimeWritten Message Id LogName ProviderName EntryType LevelDisplayName Level MachineName RecordId Source InstanceId"));

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields) =>
        TryReadPair(line, out ByteRange name, out _) && Properties.Contains(name.Of(line)) && Begin(line, default, ref fields);

    /// <inheritdoc/>
    internal override bool GoesOn(ReadOnlySpan<byte> line, bool afterBlank) =>
        line.IsEmpty || line[0] == ' ' || (!afterBlank && TryReadPair(line, out _, out _));

    /// <inheritdoc/>
    internal override bool TryReadPair(ReadOnlySpan<byte> line, out ByteRange name, out ByteRange value)
    {
        int length = 0;
        while (length < line.Length && (char.IsAsciiLetterOrDigit((char)line[length]) || line[length] == '_'))
        {
            length++;
        }

        int blanks = length == 0 ? -1 : line[length..].IndexOfAnyExcept((byte)' ');
        int colon = length + blanks;
        bool isPair = blanks > 0 && line[colon] == ':' && (colon + 1 == line.Length || line[colon + 1] == ' ');
        name = new ByteRange(0, length);
        value = isPair ? ByteRange.Between(colon + 1, line.Length) : default;
        return isPair;
    }
}
