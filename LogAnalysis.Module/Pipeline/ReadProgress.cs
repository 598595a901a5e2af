using System.Diagnostics;
using System.Management.Automation;
using LogAnalysis.Reading;
using LogAnalysis.Views;

namespace LogAnalysis.Pipeline;

/// <summary>Shows how far reading has come once it takes longer than a second, five times a second at most.</summary>
internal sealed class ReadProgress(PSCmdlet cmdlet) : IReadProgress, IDisposable
{
    private const int ActivityId = 0x106;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly long _start = Stopwatch.GetTimestamp();
    private TimeSpan _next = Patience;
    private bool _shown;

    /// <inheritdoc/>
    public void Report(string path, long position, long length)
    {
        TimeSpan elapsed = Stopwatch.GetElapsedTime(_start);
        if (elapsed < _next)
        {
            return;
        }

        _next = elapsed + Interval;
        _shown = true;
        cmdlet.WriteProgress(new ProgressRecord(ActivityId, "Reading logs", ConsoleText.Escape(path))
        {
            PercentComplete = length > 0 ? (int)Math.Clamp(100 * position / length, 0, 100) : -1,
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_shown)
        {
            cmdlet.WriteProgress(new ProgressRecord(ActivityId, "Reading logs", "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
