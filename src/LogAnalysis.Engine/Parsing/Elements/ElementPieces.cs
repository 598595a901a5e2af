using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>Enumerates the elements of one line, the last of which may go on in the next.</summary>
/// <param name="scanner">Finds their ends.</param>
/// <param name="line">The line.</param>
/// <param name="stopsAtBatch">Whether an element that may hold others is known to be no entry itself.</param>
internal ref struct ElementPieces(ElementScanner scanner, ReadOnlySpan<byte> line, bool stopsAtBatch)
{
    private readonly ElementScanner _scanner = scanner;
    private readonly ReadOnlySpan<byte> _line = line;
    private bool _stopsAtBatch = stopsAtBatch;
    private bool _afterElement = stopsAtBatch;
    private int _position;

    /// <summary>The current element, as far as it is in the line.</summary>
    public ByteRange Current { get; private set; }

    /// <summary>Whether it ends in the line.</summary>
    public ElementProgress Progress { get; private set; }

    /// <summary>Whether an element turned out to hold others.</summary>
    public bool HasBatch { get; private set; }

    /// <summary>What is left of the line.</summary>
    public readonly ByteRange Rest => ByteRange.Between(_position, _line.Length);

    /// <summary>Whether the line has something else where an element was to begin.</summary>
    public bool IsForeign { get; private set; }

    /// <summary>Moves to the next element.</summary>
    public bool MoveNext()
    {
        while (true)
        {
            _position += _scanner.SkipFrame(_line[_position..], _afterElement);
            if (_position == _line.Length)
            {
                return false;
            }

            if (!_scanner.TryBegin(_line[_position..], _stopsAtBatch))
            {
                IsForeign = true;
                return false;
            }

            Progress = _scanner.Scan(_line[_position..], out int length);
            if (Progress == ElementProgress.Complete && _scanner.HasBatch && !_stopsAtBatch && !IsEntry(_line.Slice(_position, length)))
            {
                _stopsAtBatch = true;
            }
            else if (Progress == ElementProgress.Batch)
            {
                HasBatch = true;
                _afterElement = true;
                _position += length;
            }
            else
            {
                Take(length);
                return true;
            }
        }
    }

    private void Take(int length)
    {
        int start = _position;
        _afterElement = true;
        _position = Progress == ElementProgress.Complete ? start + length : _line.Length;
        Current = ByteRange.Between(start, _position);
    }

    private readonly bool IsEntry(ReadOnlySpan<byte> element)
    {
        LineFields fields = default;
        return _scanner.Format.TryParse(element, ref fields);
    }
}
