namespace LogAnalysis.Bench.Loading;

/// <summary>Which lines have come, and how late. A line that came before its predecessor counts as out of order, not as missing.</summary>
internal sealed class LineLedger(int files)
{
    private readonly long[] _next = new long[files];
    private readonly HashSet<(int File, long Sequence)> _missing = [];

    /// <summary>How many lines have come, each counted once.</summary>
    public long Lines { get; private set; }

    /// <summary>How many have come again.</summary>
    public long Repeated { get; private set; }

    /// <summary>How many of those before the last have not come.</summary>
    public long Missing => _missing.Count;

    /// <summary>Some of the missing lines, to help find the reason.</summary>
    public string Example => string.Join(", ", _missing.OrderBy(line => line).Take(3).Select(line => $"{line.Sequence} of file {line.File}"));

    /// <summary>The longest time between writing and taking a line, in milliseconds.</summary>
    public double WorstDelay { get; private set; }

    /// <summary>Takes a line.</summary>
    public void Take(string text, long now)
    {
        (int file, long sequence, long time) = LoadLine.Parse(text);
        if (sequence < _next[file])
        {
            if (!_missing.Remove((file, sequence)))
            {
                Repeated++;
                return;
            }
        }

        for (; _next[file] < sequence; _next[file]++)
        {
            _missing.Add((file, _next[file]));
        }

        _next[file] = Math.Max(_next[file], sequence + 1);
        Lines++;
        WorstDelay = Math.Max(WorstDelay, (now - time) / 1000.0);
    }
}
