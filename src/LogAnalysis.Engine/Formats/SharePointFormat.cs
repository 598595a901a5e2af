using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>The Unified Logging Service of SharePoint: a header row, and columns that are padded, with tabs between them.</summary>
/// <remarks>
/// Source: SharePoint documentation, "Configure diagnostic logging"; <see cref="SharePointLevels"/>. A star behind the time, and points before the message,
/// mark the rest of a message that was too long for one row.
/// </remarks>
internal sealed class SharePointFormat() : TabularFormat(
    "sharepoint",
    "SharePoint's Unified Logging Service (ULS)",
    "01/24/2025 07:00:30.13 \tw3wp.exe (0x1BA0) \t0x1B2C\tSharePoint Foundation \tRuntime \ttkau\tUnexpected\tThe gateway closed the connection \t17b5")
{
    /// <summary>The format, for what knows the columns.</summary>
    public static readonly SharePointFormat Instance = new();

    /// <summary>Whether a table is such a log.</summary>
    /// <param name="names">The normalized names of its columns.</param>
    public static bool Matches(ReadOnlySpan<string> names) => names.Contains("tid") && names.Contains("area") && names.Contains("level");

    /// <inheritdoc/>
    internal override FieldKind KindOf(string name) => name switch
    {
        "timestamp" => FieldKind.Timestamp,
        "level" => FieldKind.SharePointLevel,
        "message" => FieldKind.Message,
        _ => FieldKind.None,
    };

    /// <inheritdoc/>
    internal override void Refine(ReadOnlySpan<byte> line, ColumnLayout layout, ref LineFields fields)
    {
        if (fields.Timestamp.Of(line) is [.., (byte)'*'])
        {
            fields.Timestamp = ByteRange.Between(fields.Timestamp.Start, fields.Timestamp.End - 1);
            fields.ContinuesEntry = fields.Message.Of(line).StartsWith("..."u8);
        }
    }
}
