using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>Enumerates the formats that a line may have, by its first byte and its marks: most are ruled out without being tried.</summary>
internal ref struct FormatCandidates(ReadOnlySpan<byte> line, ReadOnlySpan<FormatCandidate> formats)
{
    private readonly ReadOnlySpan<FormatCandidate> _formats = formats;
    private LineMarks _marks = new(line);
    private int _next = 0;

    /// <summary>The format to try.</summary>
    public readonly LogFormat Current => _formats[_next - 1].Format;

    /// <summary>The candidates are their own enumerator.</summary>
    public readonly FormatCandidates GetEnumerator() => this;

    /// <summary>Moves to the next one.</summary>
    public bool MoveNext()
    {
        while (_next < _formats.Length)
        {
            if (_marks.HasAll(_formats[_next++].Marks))
            {
                return true;
            }
        }

        return false;
    }
}
