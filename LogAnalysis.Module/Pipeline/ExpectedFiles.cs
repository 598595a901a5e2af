namespace LogAnalysis.Pipeline;

/// <summary>The files that are to be read, and how much of them has been. Their sizes are looked up only when they are asked for.</summary>
internal sealed class ExpectedFiles
{
    private readonly List<string> _expected = [];
    private readonly List<string> _completed = [];
    private readonly Dictionary<string, long> _sizes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _reading = new(StringComparer.Ordinal);
    private long _expectedBytes;
    private long _completedBytes;
    private int _sized;
    private int _counted;
    private bool _isAll;

    /// <summary>Adds files.</summary>
    /// <param name="files">Their full paths.</param>
    /// <param name="isAll">Whether there will be no others.</param>
    public void Expect(IReadOnlyCollection<string> files, bool isAll)
    {
        _expected.AddRange(files);
        _isAll = isAll;
    }

    /// <summary>To be called with how many bytes of a file have been read.</summary>
    public void Report(string path, long position) => _reading[path] = position;

    /// <summary>To be called when all of a file has been read.</summary>
    public void Complete(string path)
    {
        _reading.Remove(path);
        _completed.Add(path);
    }

    /// <summary>How many bytes have been read, of how many, null where that cannot be known; and which file of how many is being read.</summary>
    public (long Read, long? Total, int Number, int Count) Measure()
    {
        for (; _sized < _expected.Count; _sized++)
        {
            _expectedBytes += _sizes[_expected[_sized]] = SizeOf(_expected[_sized]);
        }

        for (; _counted < _completed.Count; _counted++)
        {
            _completedBytes += _sizes.GetValueOrDefault(_completed[_counted]);
        }

        return (_completedBytes + _reading.Values.Sum(), _isAll ? _expectedBytes : null, Math.Min(_completed.Count + 1, _expected.Count), _expected.Count);
    }

    private static long SizeOf(string path)
    {
        try
        {
            return new FileInfo(path).Length;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // Reported when it is read.
            return 0;
        }
    }
}
