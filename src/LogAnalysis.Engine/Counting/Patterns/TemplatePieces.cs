namespace LogAnalysis.Counting;

/// <summary>Where the words of a template are, and what is between them, as <see cref="PatternToken"/> has it: found without making a string of each.</summary>
/// <param name="text">The template.</param>
/// <param name="buffer">Has room for the pieces of the longest template, of <see cref="MaxPieces"/>.</param>
internal readonly ref struct TemplatePieces(ReadOnlySpan<char> text, Span<Range> buffer)
{
    /// <summary>What is before each word, the words, and what is behind the last. One more, so that what does not fit is seen.</summary>
    public const int MaxPieces = (2 * MessageTemplate.MaxParts) + 2;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly ReadOnlySpan<Range> _pieces = buffer[..text[1..].Split(buffer, PatternToken.Joint)];

    /// <summary>How many words there are. What is behind the last one of a template that ends with a word, as only hostile ones do, is none.</summary>
    public int Count => (_pieces.Length - 1) / 2;

    /// <summary>What the template begins with.</summary>
    public char Mark => _text[0];

    /// <summary>Whether these are all pieces, and end with what is behind the last word.</summary>
    public bool AreWhole => _pieces.Length % 2 == 1;

    /// <summary>A number that is the same for templates of as many words with the same between them.</summary>
    public int ShapeHash
    {
        get
        {
            var hash = new HashCode();
            hash.Add(_pieces.Length);
            for (int i = 0; i < _pieces.Length; i += 2)
            {
                // Most are blanks, of which the number tells enough.
                if (this[i] is not " ")
                {
                    hash.Add(string.GetHashCode(this[i]));
                }
            }

            return hash.ToHashCode();
        }
    }

    /// <summary>The word at a position, from 0.</summary>
    public ReadOnlySpan<char> WordAt(int position) => this[(2 * position) + 1];

    /// <summary>What is before the word at a position, or behind the last word.</summary>
    public ReadOnlySpan<char> GapAt(int position) => this[2 * position];

    /// <summary>Whether a wildcard is at a position.</summary>
    public bool IsWildcard(int position) => WordAt(position).SequenceEqual(PatternToken.Wildcard);

    private ReadOnlySpan<char> this[int piece] => _text[1..][_pieces[piece]];
}
