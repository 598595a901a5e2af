namespace LogAnalysis.Counting;

/// <summary>A masked message as words. Two are equal when their words are, and what is between them.</summary>
internal sealed class MessagePattern : IEquatable<MessagePattern>
{
    /// <summary>Words after which a value mostly is.</summary>
    private static readonly HashSet<string> Prepositions = new(StringComparer.OrdinalIgnoreCase)
    {
        "against", "as", "at", "between", "by", "called", "device", "file", "for", "from", "host", "in", "interface", "into", "named",
        "node", "of", "on", "port", "through", "to", "user", "using", "via", "with",
    };

    /// <summary>Words after which <c>to</c> and a verb are rather than a value: what was tried makes a difference.</summary>
    private static readonly HashSet<string> VerbsBeforeTo = new(StringComparer.OrdinalIgnoreCase)
    {
        "able", "about", "allowed", "attempt", "attempted", "attempting", "attempts", "fail", "failed", "failing", "fails", "failure", "going",
        "need", "needs", "permitted", "ready", "refused", "trying", "tried", "unable", "want", "wants",
    };

    private readonly string[] _words;
    private readonly string _separators;

    private MessagePattern(string[] words, string separators, ulong hash)
    {
        _words = words;
        _separators = separators;
        Hash = hash;
        FixedTokens = words.Count(word => word != PatternToken.Wildcard);
    }

    /// <summary>A number that is the same for equal patterns, and hardly ever for others.</summary>
    public ulong Hash { get; }

    /// <summary>How many words there are.</summary>
    public int Count => _words.Length;

    /// <summary>How many of them are no wildcards.</summary>
    public int FixedTokens { get; }

    /// <summary>How many words there are, and what is between them: only messages of the same shape can be of one kind.</summary>
    public (int Count, string Separators) Shape => (Count, _separators);

    /// <summary>Whether this is a request rather than a message.</summary>
    public bool IsRequest => _words[^1].StartsWith(PatternToken.InnerSpace);

    /// <summary>The word at a position, from 0.</summary>
    public string this[int position] => _words[position];

    /// <summary>The pattern of a masked message.</summary>
    public static MessagePattern Parse(string text)
    {
        string[] words = text.Split(PatternToken.Space, PatternToken.Joint);
        return Of(words, string.Concat(text.Where(c => c is PatternToken.Space or PatternToken.Joint)));
    }

    /// <summary>Whether a wildcard is at a position.</summary>
    public bool IsWildcard(int position) => _words[position] == PatternToken.Wildcard;

    /// <summary>Whether an equals sign is before a position.</summary>
    public bool IsValueOfKey(int position) => _words[position - 1].EndsWith('=');

    /// <summary>Whether what is at a position is introduced as a value by what is before.</summary>
    public bool IsIntroduced(int position) =>
        IsValueOfKey(position) || (Prepositions.Contains(Plain(position - 1)) && !(Plain(position - 1) == "to" && position > 1 && VerbsBeforeTo.Contains(Plain(position - 2))));

    /// <summary>The same with another word at a position.</summary>
    public MessagePattern With(int position, string word)
    {
        string[] words = [.. _words];
        words[position] = word;
        return new MessagePattern(words, _separators, HashWith(position, word));
    }

    /// <summary>
    /// The <see cref="Hash"/> that the same would have with another word at a position. Only one word's part changes, so that trying all
    /// positions of all patterns costs no more than reading them.
    /// </summary>
    public ulong HashWith(int position, string word) => Hash - HashOf(_words[position], position + 1) + HashOf(word, position + 1);

    /// <summary>The same with wildcards for words that do not stay fixed.</summary>
    public MessagePattern Where(Func<int, string, bool> isFixed) =>
        Of([.. _words.Select((word, i) => isFixed(i, word) ? word : PatternToken.Wildcard)], _separators);

    /// <inheritdoc/>
    public bool Equals(MessagePattern? other) =>
        other is not null && other.Hash == Hash && other._separators == _separators && other._words.AsSpan().SequenceEqual(_words);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MessagePattern);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.GetHashCode();

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new System.Text.StringBuilder(_words[0]);
        for (int i = 1; i < _words.Length; i++)
        {
            text.Append(_separators[i - 1]).Append(_words[i]);
        }

        return text.ToString();
    }

    private static MessagePattern Of(string[] words, string separators) =>
        new(words, separators, words.Select((word, i) => HashOf(word, i + 1)).Aggregate(HashOf(separators, 0), (sum, hash) => sum + hash));

    private string Plain(int position) => _words[position].Trim(':', ',', '(', '[');

    private static ulong HashOf(string text, int position) => (ulong)HashCode.Combine(text, position) * 0x9E3779B97F4A7C15;
}
