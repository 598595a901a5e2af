using LogAnalysis.Reading;

namespace LogAnalysis.Tests.Support;

/// <summary>Does something once, after the first block of a file has been read.</summary>
internal sealed class OnProgress(Action action) : IReadProgress
{
    private bool _isDone;

    public void Report(string path, long position, long length)
    {
        if (!_isDone)
        {
            _isDone = true;
            action();
        }
    }
}
