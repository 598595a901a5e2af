using System.Diagnostics;
using System.Management.Automation;
using LogAnalysis.Reading;
using LogAnalysis.Reporting;
using LogAnalysis.Views;

namespace LogAnalysis.Pipeline;

/// <summary>
/// Shows how far reading has come once it takes longer than a second, five times a second at most, and less often where showing takes long:
/// a remote terminal must not slow down the work. Until then, and in between, a report costs a look at the clock.
/// </summary>
/// <param name="write">Shows a record.</param>
/// <param name="clock">How long reading has taken so far; null for the machine's clock from the first file on.</param>
internal sealed class ReadProgress(Action<ProgressRecord> write, Func<TimeSpan>? clock = null) : IReadProgress
{
    private const int ActivityId = 0x106;
    private const string Activity = "Reading logs";
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>Showing takes at most a twentieth of the time.</summary>
    private const int MinPauseFactor = 20;

    private readonly ExpectedFiles _files = new();
    private Func<TimeSpan>? _clock = clock;
    private TimeSpan _next = Delay;
    private bool _isShown;

    /// <summary>Adds files that will be read.</summary>
    /// <param name="files">Their full paths.</param>
    /// <param name="isAll">Whether there will be no others: only then is it known how much is left.</param>
    public void Expect(IReadOnlyCollection<string> files, bool isAll)
    {
        _clock ??= StartClock();
        _files.Expect(files, isAll);
    }

    /// <summary>To be called when a file has been read, or cannot be.</summary>
    public void CompleteFile(string path) => _files.Complete(path);

    /// <inheritdoc/>
    public void Report(string path, long position, long length)
    {
        _files.Report(path, position);
        _clock ??= StartClock();
        TimeSpan elapsed = _clock();
        if (elapsed >= _next)
        {
            _isShown = true;
            write(Describe(path, position, length, elapsed));
            TimeSpan shown = _clock();
            TimeSpan pause = (shown - elapsed) * MinPauseFactor;
            _next = shown + (pause > Interval ? pause : Interval);
        }
    }

    /// <summary>Hides it. When the pipeline is stopped, the host has done so already and takes no more records.</summary>
    public void Complete()
    {
        if (_isShown)
        {
            _isShown = false;
            write(new ProgressRecord(ActivityId, Activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    private static Func<TimeSpan> StartClock()
    {
        long start = Stopwatch.GetTimestamp();
        return () => Stopwatch.GetElapsedTime(start);
    }

    private ProgressRecord Describe(string path, long position, long length, TimeSpan elapsed)
    {
        (long read, long? total, int number, int count) = _files.Measure();
        double speed = read / elapsed.TotalSeconds;
        string name = ConsoleText.Escape(Path.GetFileName(path))!;
        string place = total is not null && count > 1 ? $" ({number} of {count})" : string.Empty;
        return new ProgressRecord(ActivityId, Activity, $"{DisplayFormat.Bytes((long)speed)}/s, {name}{place}")
        {
            CurrentOperation = ConsoleText.Escape(path),
            PercentComplete = total is long all ? Percent(read, all) : Percent(position, length),
            SecondsRemaining = total > 0 && speed > 0 ? (int)Math.Clamp(Math.Ceiling((total.Value - read) / speed), 0, int.MaxValue) : -1,
        };
    }

    private static int Percent(long part, long all) => all > 0 ? (int)Math.Clamp(100.0 * part / all, 0, 100) : -1;
}
