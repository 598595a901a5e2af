using System.Text;
using System.Text.RegularExpressions;
using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>
/// A format that a user has registered: regular expressions whose named groups are the fields. The first one matches the line that begins an
/// entry; the others match the lines directly below it that hold what it lacks.
/// </summary>
internal sealed partial class UserFormat : LogFormat
{
    private readonly LinePattern _first;
    private readonly LinePattern[] _further;
    private readonly Dictionary<string, LogLevel>? _levels;

    /// <summary>A group for the date and none for the time: then the time is in it.</summary>
    private readonly bool _dateHasTime;

    private UserFormat(FormatDefinition definition, LinePattern[] patterns, TimeLayouts? layouts)
        : base(definition.Name, $"Registered: {ControlCharacters.Escape(definition.Pattern[0])}", string.Empty)
    {
        _first = patterns[0];
        _further = patterns[1..];
        _levels = definition.LevelMap is null ? null : new Dictionary<string, LogLevel>(definition.LevelMap, StringComparer.OrdinalIgnoreCase);
        _dateHasTime = !patterns.Any(pattern => pattern.Has(FieldKind.Timestamp));
        Layouts = layouts;
        FirstBytes = _first.FirstBytes;
    }

    /// <summary>Whether entries can have lines that hold further fields.</summary>
    internal bool HasFurtherLines => _further.Length > 0;

    /// <summary>Whether one of the patterns was given up, since it took too long too often.</summary>
    internal bool IsGivenUp => Patterns.Any(pattern => pattern.IsGivenUp);

    /// <summary>Whether one of the patterns may be given up.</summary>
    internal bool CanTakeTooLong => Patterns.Any(pattern => pattern.CanTakeTooLong);

    /// <summary>The patterns, that of the first line first.</summary>
    internal IEnumerable<LinePattern> Patterns => _further.Prepend(_first);

    /// <inheritdoc/>
    internal override string? FirstBytes { get; }

    /// <summary>Makes a format of one or several patterns alone.</summary>
    /// <inheritdoc cref="Create(FormatDefinition)"/>
    public static UserFormat Create(string name, params string[] pattern) => Create(new FormatDefinition { Name = name, Pattern = pattern });

    /// <summary>Makes a format.</summary>
    /// <exception cref="FormatDefinitionException">The definition is wrong; the exception tells where.</exception>
    public static UserFormat Create(FormatDefinition definition)
    {
        if (!ValidName().IsMatch(definition.Name))
        {
            throw new FormatDefinitionException(FormatProblem.Name, definition.Name);
        }

        LinePattern[] patterns = [.. definition.Pattern.Select(Compile)];
        Require(patterns.Any(pattern => pattern.HasNamedGroup), FormatProblem.NoNamedGroup, definition.Pattern.FirstOrDefault() ?? string.Empty);
        Require(definition.LevelMap is null || patterns.Any(pattern => pattern.Has(FieldKind.Level)), FormatProblem.NoLevelGroup, definition.Pattern[0]);
        bool hasTime = patterns.Any(pattern => pattern.Has(FieldKind.Timestamp) || pattern.Has(FieldKind.Date));
        Require(definition.TimestampFormat is null || hasTime, FormatProblem.NoTimeGroup, definition.Pattern[0]);
        TimeLayout[]? layouts = definition.TimestampFormat?.Select(ReadLayout).ToArray();
        return new UserFormat(definition, patterns, layouts is null ? null : new TimeLayouts(layouts));
    }

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (!TryParse(_first, line, ref fields))
        {
            return false;
        }

        fields.LevelFollows = HasFurtherLines;
        return true;
    }

    /// <inheritdoc/>
    internal override bool NamesFields => true;

    /// <inheritdoc/>
    internal override bool ReadFields(ReadOnlySpan<byte> line, in LineFields fields, FieldSink sink)
    {
        byte[] text = line.ToArray();
        foreach ((string name, ByteRange value) in _first.ReadGroups(text))
        {
            sink.AddKnown(Encoding.UTF8.GetBytes(name), value.Of(text));
        }

        return true;
    }

    /// <summary>Whether a line holds further fields of an entry: it begins none.</summary>
    internal bool IsFurtherLine(ReadOnlySpan<byte> line)
    {
        foreach (LinePattern pattern in _further)
        {
            if (pattern.IsMatch(line))
            {
                return !_first.IsMatch(line);
            }
        }

        return false;
    }

    /// <summary>Finds the further fields of an entry in a line.</summary>
    internal bool TryParseFurther(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        foreach (LinePattern pattern in _further)
        {
            if (TryParse(pattern, line, ref fields))
            {
                return !_first.IsMatch(line);
            }
        }

        return false;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\z")]
    private static partial Regex ValidName();

    private static LinePattern Compile(string pattern)
    {
        try
        {
            return new LinePattern(pattern);
        }
        catch (RegexParseException malformed)
        {
            throw new FormatDefinitionException(FormatProblem.Pattern, pattern, malformed);
        }
    }

    private static TimeLayout ReadLayout(string layout) => TimeLayout.Create(layout) ?? throw new FormatDefinitionException(FormatProblem.TimeLayout, layout);

    private static void Require(bool condition, FormatProblem problem, string value)
    {
        if (!condition)
        {
            throw new FormatDefinitionException(problem, value);
        }
    }

    private bool TryParse(LinePattern pattern, ReadOnlySpan<byte> line, ref LineFields fields)
    {
        if (pattern.Match(line, out string text) is not Match match)
        {
            return false;
        }

        fields = default;
        foreach ((int number, FieldKind field) in pattern.Groups)
        {
            Group group = match.Groups[number];
            if (group.Success && group.Length > 0)
            {
                Take(line, field, LinePattern.RangeOf(line, text, group), ref fields);
            }
        }

        if (_dateHasTime)
        {
            (fields.Timestamp, fields.Date) = (fields.Date, default);
        }

        return true;
    }

    private void Take(ReadOnlySpan<byte> line, FieldKind field, ByteRange value, ref LineFields fields)
    {
        switch (field)
        {
            case FieldKind.Level:
                fields.HasLevel = true;
                fields.Level = LevelOf(value.Of(line).Trim((byte)' '));
                break;
            case FieldKind.HttpStatus:
                StatusCode.TryRead(value.Of(line), out fields.Status);
                break;
            default:
                fields[field] = value;
                break;
        }
    }

    private LogLevel LevelOf(ReadOnlySpan<byte> text)
    {
        if (_levels is not null && _levels.TryGetValue(Encoding.UTF8.GetString(text), out LogLevel mapped))
        {
            return mapped;
        }

        return LevelNames.TryParse(text, out LogLevel level) ? level : _levels is null ? OfNumber(text) : LogLevel.Unknown;
    }

    private static LogLevel OfNumber(ReadOnlySpan<byte> text) =>
        !DigitReader.IsNumber(text) || !DigitReader.TryRead(text, 0, Math.Min(text.Length, 9), out int number) ? LogLevel.Unknown
        : number <= SyslogSeverity.Max ? SyslogSeverity.ToLevel(number)
        : LevelNumbers.Guess(number);
}
