using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>Chromium, Electron and what else is built on them: process, thread, time, level and source in one bracket.</summary>
/// <remarks>Source: Chromium, <c>base/logging.cc</c>, the message's prefix; ChromeOS writes times of ISO 8601 there.</remarks>
internal sealed class ChromiumFormat() : LogFormat(
    "chromium",
    "Chromium and Electron: process, time, level and source in one bracket",
    "[4711:0124/070030.139632:ERROR:gpu_process_host.cc(967)] GPU process exited unexpectedly")
{
    private const int MaxHeaderLength = 200;

    /// <inheritdoc/>
    internal override string FirstBytes => "[";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        int close = line[..Math.Min(line.Length, MaxHeaderLength)].IndexOf("] "u8);
        int source = close < 0 ? -1 : line[..close].LastIndexOf((byte)':');
        if (source <= 0 || line[close - 1] != ')')
        {
            return false;
        }

        int level = line[..source].LastIndexOf((byte)':');
        int start = level <= 0 ? 0 : Math.Max(line[..level].LastIndexOf((byte)':') + 1, 1);
        bool hasDate = level > start && line[start..level] is [_, _, _, _, (byte)'/', ..];
        if (!hasDate || !LevelNames.TryParseCapitals(line[(level + 1)..source], out LogLevel parsed))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = parsed;
        fields.Timestamp = ByteRange.Between(start, level);
        fields.Message = ByteRange.Between(close + "] ".Length, line.Length);
        return true;
    }
}
