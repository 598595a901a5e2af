using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>A regular expression of a user's that recognises lines, and finds their fields by the names of its groups.</summary>
internal sealed class LinePattern
{
    /// <summary>
    /// A pattern that timed out on this many lines is disabled: the log is hostile, or the pattern never works.
    /// </summary>
    private const int MaxTimeouts = 10;

    /// <summary>The names that a group can have for a field that we use; the first one is the one that we tell users.</summary>
    private static readonly (FieldKind Kind, string Names)[] Known =
    [
        (FieldKind.Timestamp, "timestamp time"),
        (FieldKind.Level, "level severity"),
        (FieldKind.Message, "message msg"),
        (FieldKind.HttpStatus, "status statuscode"),
        (FieldKind.Method, "method"),
        (FieldKind.Url, "url path"),
        (FieldKind.Client, "client"),
        (FieldKind.Bytes, "bytes"),
        (FieldKind.Duration, "duration"),
        (FieldKind.Date, "date"),
    ];

    private static readonly WordTable<FieldKind> Fields = new(Known);

    private readonly Regex _regex;
    private readonly (int Number, string Name)[] _named;
    private int _timeouts;

    /// <param name="pattern">The regular expression.</param>
    /// <exception cref="RegexParseException">It is malformed; the exception tells where.</exception>
    public LinePattern(string pattern)
    {
        _regex = UserPattern.CompileForLines(pattern);
        _named = [.. _regex.GetGroupNames().Where(name => !char.IsAsciiDigit(name[0])).Select(name => (_regex.GroupNumberFromName(name), name))];
        Groups = [.. _named.Select(group => (group.Number, KindOf(group.Name))).Where(group => group.Item2 != FieldKind.None)];
        FirstBytes = PatternStart.Of(pattern);
    }

    /// <summary>The names of groups that have a meaning.</summary>
    public static IEnumerable<string> KnownNames { get; } = [.. Known.Select(group => group.Names.Split(' ')[0])];

    /// <summary>The groups that are fields that we use.</summary>
    public IReadOnlyList<(int Number, FieldKind Field)> Groups { get; }

    /// <summary>The bytes with which a line can begin that it matches; null where they are not known.</summary>
    public string? FirstBytes { get; }

    /// <summary>Whether it has any named group.</summary>
    public bool HasNamedGroup => _named.Length > 0;

    /// <summary>Whether it was given up, since it took too long too often.</summary>
    public bool IsGivenUp => Volatile.Read(ref _timeouts) >= MaxTimeouts;

    /// <summary>Whether it may be given up.</summary>
    public bool CanTakeTooLong => UserPattern.Backtracks(_regex);

    /// <summary>Whether it has a group for a field.</summary>
    public bool Has(FieldKind field) => Groups.Any(group => group.Field == field);

    /// <summary>Whether it matches a line.</summary>
    public bool IsMatch(ReadOnlySpan<byte> line)
    {
        char[] characters = ArrayPool<char>.Shared.Rent(line.Length);
        try
        {
            return !IsGivenUp && _regex.IsMatch(characters.AsSpan(0, Encoding.UTF8.GetChars(line, characters)));
        }
        catch (RegexMatchTimeoutException)
        {
            Interlocked.Increment(ref _timeouts);
            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    /// <summary>Matches a line; null where it does not match.</summary>
    /// <param name="line">The line.</param>
    /// <param name="text">Receives the line, decoded: what the match's positions are of.</param>
    public Match? Match(ReadOnlySpan<byte> line, out string text)
    {
        text = string.Empty;

        // Most lines of other formats end here, without a string.
        if (!IsMatch(line))
        {
            return null;
        }

        text = Encoding.UTF8.GetString(line);
        try
        {
            return _regex.Match(text) is { Success: true } match ? match : null;
        }
        catch (RegexMatchTimeoutException)
        {
            Interlocked.Increment(ref _timeouts);
            return null;
        }
    }

    /// <summary>The named groups of a line that took part in a match, in the order of the pattern.</summary>
    public IEnumerable<KeyValuePair<string, ByteRange>> ReadGroups(byte[] line)
    {
        if (Match(line, out string text) is not Match match)
        {
            yield break;
        }

        foreach ((int number, string name) in _named)
        {
            if (match.Groups[number].Success)
            {
                yield return KeyValuePair.Create(name, RangeOf(line, text, match.Groups[number]));
            }
        }
    }

    /// <summary>Where a group is in a line.</summary>
    public static ByteRange RangeOf(ReadOnlySpan<byte> line, string text, Group group) =>
        ByteRange.Between(Utf8Position.Of(line, text, group.Index), Utf8Position.Of(line, text, group.Index + group.Length));

    /// <summary>The regular expression.</summary>
    public override string ToString() => _regex.ToString();

    private static FieldKind KindOf(string name) => Fields.TryFind(Encoding.UTF8.GetBytes(name), out FieldKind field) ? field : FieldKind.None;
}
