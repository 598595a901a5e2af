using System.Globalization;
using System.IO.Compression;

namespace LogAnalysis.Bench.Rotations;

/// <summary>Lines of one log by their numbers: which have come, how often, and in what order.</summary>
internal sealed class NumberedLines
{
    /// <summary>The length of a line with its end, in bytes.</summary>
    public const int Length = 64;

    private const string Beginning = "INFO line ";

    private readonly List<byte> _counts = [];
    private long _last = -1;

    /// <summary>How many different lines there are.</summary>
    public long Count => _counts.Count(count => count > 0);

    /// <summary>The last number.</summary>
    public long Last => _counts.Count - 1;

    /// <summary>How many came again.</summary>
    public long Repeated => _counts.Sum(count => Math.Max(0, count - 1));

    /// <summary>How often a line came behind one that was written later.</summary>
    public long OutOfOrder { get; private set; }

    /// <summary>A line, with its end.</summary>
    public static string Make(long number) => $"{Beginning}{number:D9} of a source".PadRight(Length - 1, '.') + "\n";

    /// <summary>Reads the lines of a file, compressed or not; those of a text with holes too.</summary>
    public void Read(string path)
    {
        using Stream file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using Stream text = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(text);
        while (reader.ReadLine() is string line)
        {
            int start = line.IndexOf(Beginning, StringComparison.Ordinal) + Beginning.Length;
            if (start >= Beginning.Length && line.Length >= start + 9 && int.TryParse(line.AsSpan(start, 9), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            {
                Take(number);
            }
        }
    }

    /// <summary>How many lines of another set are not here.</summary>
    public long CountMissing(NumberedLines all) => Enumerable.Range(0, all._counts.Count).Count(i => all._counts[i] > 0 && !Has(i));

    private bool Has(int number) => number < _counts.Count && _counts[number] > 0;

    private void Take(int number)
    {
        while (_counts.Count <= number)
        {
            _counts.Add(0);
        }

        OutOfOrder += number < _last && _counts[number] == 0 ? 1 : 0;
        _last = number;
        _counts[number] = (byte)Math.Min(byte.MaxValue, _counts[number] + 1);
    }
}
