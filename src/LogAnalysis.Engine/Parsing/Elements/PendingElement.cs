using LogAnalysis.Model;

namespace LogAnalysis.Parsing;

/// <summary>An element that goes on in the next lines. It is an entry when it has come to its end; until then nothing of it has begun one.</summary>
/// <param name="lines">Its first line.</param>
/// <param name="scanner">Finds its end.</param>
/// <param name="reading">How the line was looked at that began it.</param>
internal sealed class PendingElement(KeptLines lines, ElementScanner scanner, ElementReading reading) : PendingEntry(lines)
{
    /// <summary>The longest element, in bytes.</summary>
    private const int MaxLength = LineSplitter.DefaultMaxLineLength;

    private ElementProgress _progress;
    private bool _mayHoldOthers;

    /// <summary>What finds its end.</summary>
    public ElementScanner Scanner => scanner;

    /// <summary>Its format.</summary>
    public LogFormat Format { get; } = scanner.Format;

    /// <summary>How the line was looked at that began it.</summary>
    public ElementReading Reading => reading;

    /// <summary>Whether it is no entry, and those within it may be.</summary>
    public bool IsBatch => _progress == ElementProgress.Batch;

    /// <summary>How many bytes at the end of the last line begin other elements.</summary>
    public int Rest { get; private set; }

    /// <summary>How its lines are looked at again where they turn out to be no entry together.</summary>
    public ElementReading Retry => reading switch
    {
        ElementReading.First when _mayHoldOthers => ElementReading.Batch,
        ElementReading.First => ElementReading.Again,
        _ => ElementReading.Never,
    };

    /// <inheritdoc/>
    public override bool TryAdd(ReadOnlySpan<byte> text, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> time, in LinePosition place)
    {
        if (Lines.Count == scanner.MaxLines || Lines.Length + text.Length > MaxLength)
        {
            return false;
        }

        _progress = scanner.Scan(plain, out int length);
        _mayHoldOthers = scanner.HasBatch;
        if (_progress == ElementProgress.Broken)
        {
            return false;
        }

        IsComplete = _progress != ElementProgress.Incomplete;
        Rest = IsComplete && HasOthers(plain[length..]) ? plain.Length - length : 0;
        Lines.Add(Rest == 0 ? text : plain[..length], plain[..length], time, in place);
        return true;
    }

    private bool HasOthers(ReadOnlySpan<byte> rest)
    {
        rest = rest[scanner.SkipFrame(rest, afterElement: true)..];
        return !rest.IsEmpty && scanner.TryBegin(rest, IsBatch);
    }
}
