using System.Text;

namespace LogAnalysis.Counting;

/// <summary>A masked message as words. Two are equal when their words are, and what is between them.</summary>
internal sealed class MessagePattern : IEquatable<MessagePattern>
{
    /// <summary>Words after which <c>to</c> and a verb are rather than a value: what was tried makes a difference.</summary>
    private static readonly HashSet<string> VerbsBeforeTo = new(StringComparer.OrdinalIgnoreCase)
    {
        "able", "about", "allowed", "attempt", "attempted", "attempting", "attempts", "fail", "failed", "failing", "fails", "failure", "going",
        "need", "needs", "permitted", "ready", "refused", "trying", "tried", "unable", "want", "wants",
    };

    /// <summary>What wildcards add to <see cref="Hash"/>, by their position.</summary>
    private static readonly ulong[] WildcardHashes = [.. Enumerable.Range(0, MessageTemplate.MaxParts).Select(position => HashOf(PatternToken.Wildcard, position + 1))];

    private readonly string[] _words;

    /// <summary>What is before each word, and after the last.</summary>
    private readonly string[] _gaps;

    /// <summary>What each word adds to <see cref="Hash"/>.</summary>
    private readonly ulong[] _hashes;

    private readonly char _mark;
    private readonly string? _text;

    private MessagePattern(string[] words, string[] gaps, char mark, string? text)
    {
        _words = words;
        _gaps = gaps;
        _mark = mark;
        _text = text;
        _hashes = new ulong[words.Length];
        Separators = string.Join(PatternToken.Joint, gaps);
        Hash = HashOf(Separators, -mark);
        for (int i = 0; i < words.Length; i++)
        {
            _hashes[i] = IsWildcard(i) ? HashOfWildcard(i) : HashOf(words[i], i + 1);
            Hash += _hashes[i];
            FixedTokens += IsWildcard(i) ? 0 : 1;
            Keys += IsValueOfKey(i) ? 1 : 0;
        }
    }

    private MessagePattern(MessagePattern origin, string[] words, ulong[] hashes, ulong hash)
    {
        _words = words;
        _gaps = origin._gaps;
        _mark = origin._mark;
        _hashes = hashes;
        Separators = origin.Separators;
        Hash = hash;
        Keys = origin.Keys;
        foreach (string word in words)
        {
            FixedTokens += word == PatternToken.Wildcard ? 0 : 1;
        }
    }

    /// <summary>A number that is the same for equal patterns, and hardly ever for others.</summary>
    public ulong Hash { get; }

    /// <summary>How many words there are.</summary>
    public int Count => _words.Length;

    /// <summary>How many of them are no wildcards.</summary>
    public int FixedTokens { get; }

    /// <summary>How many words are behind an equals sign.</summary>
    public int Keys { get; }

    /// <summary>How many words there are, and what is between them: only messages of the same shape can be of one kind.</summary>
    public (int Count, string Separators) Shape => (Count, Separators);

    /// <summary>Whether this is a request rather than a message.</summary>
    public bool IsRequest => _mark == PatternToken.RequestMark;

    private string Separators { get; }

    /// <summary>The word at a position, from 0.</summary>
    public string this[int position] => _words[position];

    /// <summary>The pattern of a masked message.</summary>
    public static MessagePattern Parse(string text)
    {
        int count = text.AsSpan().Count(PatternToken.Joint) + 1;
        var pieces = new TemplatePieces(text, count <= TemplatePieces.MaxPieces ? stackalloc Range[TemplatePieces.MaxPieces] : new Range[count]);
        string[] words = new string[pieces.Count];
        string[] gaps = new string[pieces.Count + 1];
        for (int i = 0; i < words.Length; i++)
        {
            gaps[i] = StringOf(pieces.GapAt(i));
            words[i] = StringOf(pieces.WordAt(i));
        }

        gaps[^1] = StringOf(pieces.GapAt(words.Length));

        // A text that was written otherwise is not the pattern's own.
        return new MessagePattern(words, gaps, pieces.Mark, pieces.AreWhole ? text : null);
    }

    /// <summary>What most patterns consist of need not be made again and again.</summary>
    private static string StringOf(ReadOnlySpan<char> part) => part switch
    {
        "" => string.Empty,
        " " => " ",
        PatternToken.Wildcard => PatternToken.Wildcard,
        _ => part.ToString(),
    };

    /// <summary>Whether a wildcard is at a position.</summary>
    public bool IsWildcard(int position) => _words[position] == PatternToken.Wildcard;

    /// <summary>Whether an equals sign is before a position, or a colon behind a name.</summary>
    public bool IsValueOfKey(int position) => position > 0 && (_gaps[position] == "=" || _gaps[position] == "=\"");

    /// <summary>Whether a name with a colon is before a position.</summary>
    public bool IsBehindColon(int position) => position > 0 && _gaps[position] is ": " or ":";

    /// <summary>Whether words at a position are sentences of a language without spaces, which are no values.</summary>
    public bool IsSentence(int position) => IdeographicText.IsLetter(_words[position]) && !IsValueOfKey(position);

    /// <summary>Whether what is at a position is introduced as a value by what is before, or is alone in brackets.</summary>
    public bool IsIntroduced(int position) => IsValueOfKey(position)
        || (position > 0 && _gaps[position].EndsWith(" [", StringComparison.Ordinal) && _gaps[position + 1] is [']', ..])
        || (position > 0 && MessageWords.IsPreposition(_words[position - 1]) && !(_words[position - 1] == "to" && position > 1 && VerbsBeforeTo.Contains(_words[position - 2])));

    /// <summary>Whether a template can belong to this pattern and to another one of the same shape.</summary>
    public bool Overlaps(MessagePattern other)
    {
        for (int i = 0; i < _words.Length; i++)
        {
            if (!IsWildcard(i) && !other.IsWildcard(i) && _words[i] != other._words[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same with another word at a position.</summary>
    public MessagePattern With(int position, string word)
    {
        string[] words = [.. _words];
        ulong[] hashes = [.. _hashes];
        words[position] = word;
        hashes[position] = HashOf(word, position + 1);
        return new MessagePattern(this, words, hashes, Hash - _hashes[position] + hashes[position]);
    }

    /// <summary>
    /// The <see cref="Hash"/> that the same would have with a wildcard at a position. Only one word's part changes, so that trying all
    /// positions of all patterns costs next to nothing.
    /// </summary>
    public ulong HashWithWildcard(int position) => Hash - _hashes[position] + HashOfWildcard(position);

    /// <summary>The part of <see cref="Hash"/> that is of a word at its position.</summary>
    public ulong HashAt(int position) => _hashes[position];

    /// <summary>The same with wildcards for words that do not stay fixed; itself if all do.</summary>
    public MessagePattern Where(Func<int, string, bool> isFixed)
    {
        string[]? words = null;
        ulong[]? hashes = null;
        ulong hash = Hash;
        for (int i = 0; i < _words.Length; i++)
        {
            if (!IsWildcard(i) && !isFixed(i, _words[i]))
            {
                words ??= [.. _words];
                hashes ??= [.. _hashes];
                words[i] = PatternToken.Wildcard;
                hashes[i] = HashOfWildcard(i);
                hash = hash - _hashes[i] + hashes[i];
            }
        }

        return words is null ? this : new MessagePattern(this, words, hashes!, hash);
    }

    /// <summary>The <see cref="Hash"/> of the same with wildcards for words that do not stay fixed.</summary>
    public ulong HashWhere(Func<int, string, bool> isFixed)
    {
        ulong hash = Hash;
        for (int i = 0; i < _words.Length; i++)
        {
            hash += IsWildcard(i) || isFixed(i, _words[i]) ? 0 : HashOfWildcard(i) - _hashes[i];
        }

        return hash;
    }

    /// <inheritdoc/>
    public bool Equals(MessagePattern? other) =>
        other is not null && other.Hash == Hash && other._mark == _mark && other.Separators == Separators && other._words.AsSpan().SequenceEqual(_words);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MessagePattern);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => _text ?? Write();

    private string Write()
    {
        var text = new StringBuilder().Append(_mark);
        for (int i = 0; i < _words.Length; i++)
        {
            text.Append(_gaps[i]).Append(PatternToken.Joint).Append(_words[i]).Append(PatternToken.Joint);
        }

        return text.Append(_gaps[^1]).ToString();
    }

    private static ulong HashOfWildcard(int position) => position < WildcardHashes.Length ? WildcardHashes[position] : HashOf(PatternToken.Wildcard, position + 1);

    private static ulong HashOf(string text, int position) => (ulong)HashCode.Combine(text, position) * 0x9E3779B97F4A7C15;
}
