using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>What Kotlin's compiler reports in Gradle: a letter for the severity, where, a text that may speak of anything.</summary>
/// <remarks>Source: Kotlin, Gradle plugin, <c>GradleStyleMessageRenderer</c>: <c>e</c>, <c>w</c>, <c>i</c> and <c>v</c>.</remarks>
internal sealed class KotlinFormat() : LogFormat(
    "kotlin",
    "Kotlin's compiler in Gradle: a letter for the severity, place, message",
    "e: file:///srv/shop/Orders.kt:12:9 Unresolved reference: total")
{
    private const int MessageStart = 3;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => "ewiv";

    /// <inheritdoc/>
    internal override string NeededMarks => ":";

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning != LineBeginning.Prose;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (line.Length <= MessageStart || line[1] != ':' || line[2] != ' ' || line[MessageStart] == ' ' || line[0] is not ((byte)'e' or (byte)'w' or (byte)'i' or (byte)'v'))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = line[0] switch
        {
            (byte)'e' => LogLevel.Error,
            (byte)'w' => LogLevel.Warning,
            (byte)'i' => LogLevel.Information,
            _ => LogLevel.Trace,
        };
        fields.Message = ByteRange.Between(MessageStart, line.Length);
        return true;
    }
}
