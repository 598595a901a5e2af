using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using LogAnalysis.Reading;

namespace LogAnalysis.Following;

/// <summary>
/// Files that were opened the moment they appeared at a path, on the thread that was notified: one that is deleted before the
/// follower comes to look is read all the same.
/// </summary>
internal sealed class CaughtFiles(string path) : IDisposable
{
    /// <summary>So many wait at the most; the follower is far behind then, and finds what is still there by itself.</summary>
    private const int MostWaiting = 200;

    private readonly ConcurrentQueue<LogContent> _waiting = new();
    private volatile bool _isDisposed;

    /// <summary>Opens what stands at the path. From any thread.</summary>
    public void Catch()
    {
        if (_waiting.Count >= MostWaiting)
        {
            return;
        }

        try
        {
            _waiting.Enqueue(LogContent.Open(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // It is gone already, or the follower reports why it cannot be read.
        }

        if (_isDisposed)
        {
            Dispose();
        }
    }

    /// <summary>Takes the one that appeared first.</summary>
    public bool TryTake([NotNullWhen(true)] out LogContent? content) => _waiting.TryDequeue(out content);

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        while (_waiting.TryDequeue(out LogContent? content))
        {
            content.Dispose();
        }
    }
}
