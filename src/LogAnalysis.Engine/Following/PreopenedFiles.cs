using System.Diagnostics.CodeAnalysis;
using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// Files that were opened as soon as they appeared at a path, on the thread that was notified. They are read even if they are deleted before
/// the follower looks.
/// </summary>
internal sealed class PreopenedFiles(string path) : IDisposable
{
    /// <summary>Beyond this the follower is far behind, and finds what is still there by itself.</summary>
    private const int MaxWaiting = 200;

    private readonly List<LogContent> _waiting = [];
    private bool _isDisposed;

    /// <summary>Opens what is at the path. From any thread.</summary>
    public void Open()
    {
        if (!HasRoom())
        {
            return;
        }

        try
        {
            Add(LogContent.Open(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // It is gone already, or the follower reports why it cannot be read.
        }
    }

    /// <summary>Takes the one that appeared first.</summary>
    public bool TryTake([NotNullWhen(true)] out LogContent? content) => TryTake(_ => true, out content);

    /// <summary>Takes the one with this identity.</summary>
    public bool TryTake(FileIdentity identity, [NotNullWhen(true)] out LogContent? content) => TryTake(waiting => waiting.Identity == identity, out content);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_waiting)
        {
            _isDisposed = true;
            _waiting.ForEach(content => content.Dispose());
            _waiting.Clear();
        }
    }

    private bool HasRoom()
    {
        lock (_waiting)
        {
            return _waiting.Count < MaxWaiting;
        }
    }

    private void Add(LogContent content)
    {
        lock (_waiting)
        {
            if (!_isDisposed)
            {
                _waiting.Add(content);
                return;
            }
        }

        content.Dispose();
    }

    private bool TryTake(Predicate<LogContent> isWanted, [NotNullWhen(true)] out LogContent? content)
    {
        lock (_waiting)
        {
            int index = _waiting.FindIndex(isWanted);
            content = index < 0 ? null : _waiting[index];
            if (content is not null)
            {
                _waiting.RemoveAt(index);
            }

            return content is not null;
        }
    }
}
