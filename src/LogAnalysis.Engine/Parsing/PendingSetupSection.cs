using LogAnalysis.Formats;
using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>The two lines with which a section of Windows' setup log begins or ends: the second line of the head has the time, that of the foot the level.</summary>
internal sealed class PendingSetupSection(KeptLines lines, in LineFields first) : PendingHeader(lines, in first)
{
    /// <inheritdoc/>
    public override bool TryAdd(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> time, in LinePosition place)
    {
        if (!HasTime && SetupApiFormat.TryReadStart(plain, out ReadOnlySpan<byte> start))
        {
            Take(FieldKind.Timestamp, start);
        }
        else if (HasTime && SetupApiFormat.TryReadStatus(plain, out LogLevel level))
        {
            Level = level;
        }
        else
        {
            return false;
        }

        LineFields none = default;
        IsComplete = true;
        Add(text, plain, time, in none, in place);
        return true;
    }
}
