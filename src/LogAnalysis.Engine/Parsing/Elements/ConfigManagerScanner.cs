using LogAnalysis.Formats;
using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>Follows messages over several lines of Configuration Manager's servers: what makes them entries is behind the last line.</summary>
internal sealed class ConfigManagerScanner : ElementScanner
{
    /// <inheritdoc/>
    public override LogFormat Format => ConfigManagerFormat.Instance;

    /// <inheritdoc/>
    public override int MaxLines => 256;

    /// <inheritdoc/>
    public override int SkipFrame(ReadOnlySpan<byte> text, bool afterElement) => text.ContainsAnyExcept(" \t"u8) ? 0 : text.Length;

    /// <inheritdoc/>
    public override bool TryBegin(ReadOnlySpan<byte> text, bool stopsAtBatch) => true;

    /// <inheritdoc/>
    public override ElementProgress Scan(ReadOnlySpan<byte> text, out int length)
    {
        LineFields fields = default;
        length = text.Length;
        return !text.IsEmpty && Format.TryParse(text, ref fields) ? ElementProgress.Complete : ElementProgress.Incomplete;
    }
}
