using System.Collections;
using System.Globalization;
using LogAnalysis.Times;

namespace LogAnalysis.Querying;

/// <summary>
/// Reads conditions as people write them: texts are patterns with wildcards, <c>!</c> negates, <c>&lt; &lt;= &gt; &gt;=</c> compare, null is absence, and
/// a list has alternatives.
/// </summary>
internal sealed class FieldConditionParser
{
    /// <summary>No text that is looked for is longer, in characters.</summary>
    private const int MaxLength = 1000;

    private readonly string _name;
    private readonly DateTimeOffset _now;
    private readonly List<FieldTest> _any = [];
    private readonly List<FieldTest> _all = [];
    private readonly List<FieldTest> _none = [];
    private bool _allowsAbsent;
    private bool _allowsPresent;

    private FieldConditionParser(string name, DateTimeOffset now)
    {
        _name = name;
        _now = now;
    }

    /// <summary>Reads a condition.</summary>
    /// <param name="name">The field.</param>
    /// <param name="value">What is asked of it: one value, or a list.</param>
    /// <param name="now">The present, in the zone in which times without one are meant.</param>
    /// <exception cref="FieldConditionException">It has no meaning.</exception>
    public static FieldCondition Parse(string name, object? value, DateTimeOffset now)
    {
        var parser = new FieldConditionParser(name, now);
        IEnumerable items = value is IEnumerable list and not (string or IDictionary) ? list : new[] { value };
        bool isAny = false;
        foreach (object? item in items)
        {
            isAny = true;
            parser.Take(item);
        }

        return isAny ? parser.ToCondition() : throw parser.Wrong(value, "The list is empty.");
    }

    private FieldCondition ToCondition() => new(new FieldName(_name))
    {
        Any = _any,
        All = _all,
        None = _none,
        AllowsAbsent = _allowsAbsent || (!_allowsPresent && _none.Count > 0),
        RequiresAbsent = _allowsAbsent && !_allowsPresent && _none.Count == 0,
    };

    private void Take(object? item)
    {
        switch (item)
        {
            case null:
                _allowsAbsent = true;
                break;
            case string text:
                TakeText(text);
                break;
            case bool or char or Enum or Guid or Uri or Version:
                Allow(_any, new TextTest(item.ToString()!));
                break;
            case TimeSpan duration:
                Allow(_any, new DurationTest(Comparison.Equal, duration));
                break;
            case DateTimeOffset time:
                Allow(_any, new TimeTest(Comparison.Equal, time));
                break;
            case DateTime time:
                Allow(_any, new TimeTest(Comparison.Equal, new DateTimeOffset(time)));
                break;
            case IConvertible number when IsNumber(number):
                Allow(_any, new NumberTest(Comparison.Equal, number.ToDouble(CultureInfo.InvariantCulture)));
                break;
            default:
                throw Wrong(item, $"A value of type {item.GetType().Name} cannot be compared with what a log says.");
        }
    }

    private void TakeText(string text)
    {
        if (text.Length > MaxLength)
        {
            throw Wrong(text[..40], $"It is longer than {MaxLength} characters.");
        }

        if (text.StartsWith('!'))
        {
            _none.Add(ReadTest(text[1..].TrimStart('='), out _));
            return;
        }

        FieldTest test = ReadTest(text, out bool isComparison);
        Allow(isComparison ? _all : _any, test);
    }

    private void Allow(List<FieldTest> tests, FieldTest test)
    {
        tests.Add(test);
        _allowsPresent = true;
    }

    private FieldTest ReadTest(string text, out bool isComparison)
    {
        Comparison comparison = text switch
        {
            ['<', '=', ..] => Comparison.LessOrEqual,
            ['<', ..] => Comparison.Less,
            ['>', '=', ..] => Comparison.GreaterOrEqual,
            ['>', ..] => Comparison.Greater,
            _ => Comparison.Equal,
        };
        isComparison = comparison != Comparison.Equal;
        return isComparison ? ReadComparison(text, comparison, text.TrimStart('<', '>', '=').Trim()) : new TextTest(text);
    }

    private FieldTest ReadComparison(string text, Comparison comparison, string limit) =>
        double.TryParse(limit, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? new NumberTest(comparison, number)
        : Duration.ParseWithUnits(limit) is TimeSpan duration ? new DurationTest(comparison, duration)
        : PointInTimeParser.Parse(limit, _now) is DateTimeOffset time ? new TimeTest(comparison, time)
        : throw Wrong(text, $"'{limit}' is neither a number, nor a duration such as 1.5s, nor a time.");

    private static bool IsNumber(IConvertible value) => value.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal;

    private FieldConditionException Wrong(object? value, string reason) => new(_name, value, reason);
}
