using System.Text;
using System.Text.RegularExpressions;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>A format that a user has registered: a regular expression whose named groups are the fields.</summary>
internal sealed class UserFormat : LogFormat
{
    /// <summary>
    /// A pattern that timed out on this many lines is disabled: the log is hostile, or the pattern never works.
    /// </summary>
    private const int MaxTimeouts = 10;

    /// <summary>The names that a group can have for a field; the first one is the one that we tell users.</summary>
    private static readonly (FieldKind Kind, string Names)[] Groups =
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
    ];

    private static readonly WordTable<FieldKind> Fields = new(Groups);

    private readonly Regex _regex;
    private readonly (int Group, FieldKind Field)[] _groups;
    private int _timeouts;

    private UserFormat(string name, Regex regex, (int Group, FieldKind Field)[] groups)
        : base(name, $"Registered: {ControlCharacters.Escape(regex.ToString())}", string.Empty)
    {
        _regex = regex;
        _groups = groups;
    }

    /// <summary>The names that a pattern's groups can have.</summary>
    public static IEnumerable<string> GroupNames { get; } = [.. Groups.Select(group => group.Names.Split(' ')[0])];

    /// <summary>Whether the pattern was given up, since it took too long too often.</summary>
    internal bool IsGivenUp => Volatile.Read(ref _timeouts) >= MaxTimeouts;

    /// <summary>Whether the pattern may be given up.</summary>
    internal bool CanTakeTooLong => (_regex.Options & RegexOptions.NonBacktracking) == 0;

    /// <summary>Makes a format of a pattern.</summary>
    /// <returns>The format; null if none of the pattern's groups has a name that means something.</returns>
    /// <exception cref="RegexParseException">The pattern is malformed; the exception tells where.</exception>
    public static UserFormat? Create(string name, string pattern)
    {
        Regex regex = UserPattern.CompileForLines(pattern);
        (int, FieldKind)[] groups =
        [
            .. regex.GetGroupNames()
                .Where(group => !char.IsAsciiDigit(group[0]))
                .Select(group => (Number: regex.GroupNumberFromName(group), Known: Fields.TryFind(Encoding.UTF8.GetBytes(group), out FieldKind field), field))
                .Where(group => group.Known)
                .Select(group => (group.Number, group.field)),
        ];
        return groups.Length == 0 ? null : new UserFormat(name, regex, groups);
    }

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (IsGivenUp)
        {
            return false;
        }

        string text = Encoding.UTF8.GetString(line);
        Match match;
        try
        {
            match = _regex.Match(text);
        }
        catch (RegexMatchTimeoutException)
        {
            Interlocked.Increment(ref _timeouts);
            return false;
        }

        if (match.Success)
        {
            fields = default;
            Take(line, text, match, ref fields);
        }

        return match.Success;
    }

    private void Take(ReadOnlySpan<byte> line, string text, Match match, ref LineFields fields)
    {
        foreach ((int number, FieldKind field) in _groups)
        {
            Group group = match.Groups[number];
            if (group.Success && group.Length > 0)
            {
                int start = Utf8Position.Of(line, text, group.Index);
                int end = Utf8Position.Of(line, text, group.Index + group.Length);
                Take(line, field, ByteRange.Between(start, end), ref fields);
            }
        }
    }

    private static void Take(ReadOnlySpan<byte> line, FieldKind field, ByteRange value, ref LineFields fields)
    {
        switch (field)
        {
            case FieldKind.Level:
                fields.HasLevel = true;
                fields.Level = LevelNames.TryParse(value.Of(line), out LogLevel level) ? level : OfNumber(value.Of(line));
                break;
            case FieldKind.HttpStatus:
                StatusCode.TryRead(value.Of(line), out fields.Status);
                break;
            default:
                fields[field] = value;
                break;
        }
    }

    private static LogLevel OfNumber(ReadOnlySpan<byte> text) =>
        !DigitReader.IsNumber(text) || !DigitReader.TryRead(text, 0, Math.Min(text.Length, 9), out int number) ? LogLevel.Unknown
        : number <= SyslogSeverity.Max ? SyslogSeverity.ToLevel(number)
        : LevelNumbers.Guess(number);
}
