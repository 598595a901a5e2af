using System.Collections;
using System.Globalization;
using System.Management.Automation;
using LogAnalysis.Times;

namespace LogAnalysis.Objects;

/// <summary>The properties of an object that came back from a job, a file or another machine, where its type is but a name.</summary>
internal readonly struct PropertyBag(PSObject source)
{
    /// <summary>No zone is so far from the next day's.</summary>
    private static readonly TimeSpan MaxOffset = TimeSpan.FromDays(1);

    /// <summary>Lists that come back are no longer; one that is has no end.</summary>
    private const int MaxItems = 100_000;

    /// <summary>A text; null where there is none.</summary>
    public string? Text(string name) => Value(name) is { } value ? TextOf(value) : null;

    /// <summary>What a report merges by, as an object or, from the JSON of a report, as text; null where there is none.</summary>
    public LogMergeState? Packed(string name) =>
        Value(name) is not { } value ? null
        : new LogMergeState { Data = new PropertyBag(PSObject.AsPSObject(value)).Text(nameof(LogMergeState.Data)) ?? TextOf(value) };

    /// <summary>A value; null where there is none, or nothing that can be one.</summary>
    public T? Find<T>(string name)
        where T : struct => (T?)Find(name, typeof(T));

    /// <summary>A value of a type that is known only now; null where there is none, or nothing that can be one.</summary>
    public object? Find(string name, Type type) =>
        Value(name) is { } value && LanguagePrimitives.TryConvertTo(value, type, CultureInfo.InvariantCulture, out object? converted) ? converted : null;

    /// <summary>A time; null where there is none.</summary>
    public DateTimeOffset? Time(string name) => ToTime(Value(name));

    /// <summary>A time, also one that came back from a job, a file or another machine; null where there is none.</summary>
    public static DateTimeOffset? ToTime(object? value)
    {
        if (value is null or DateTimeOffset)
        {
            return (DateTimeOffset?)value;
        }

        // With its properties it is exact; as text, as it comes from deep within another object, it has whole seconds.
        var wrapper = PSObject.AsPSObject(value);
        var time = new PropertyBag(wrapper);
        return wrapper.BaseObject is DateTimeOffset known ? known
            : time.Find<long>(nameof(DateTimeOffset.Ticks)) is long ticks && time.Find<TimeSpan>(nameof(DateTimeOffset.Offset)) is TimeSpan offset
                ? Create(ticks, offset)
            : DateTimeOffset.TryParse(TextOf(wrapper), CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out DateTimeOffset parsed) ? parsed
            : null;
    }

    /// <summary>Null where these numbers are none of a time: another machine can send anything.</summary>
    private static DateTimeOffset? Create(long ticks, TimeSpan offset)
    {
        bool canBeTime = ticks >= 0 && ticks <= DateTime.MaxValue.Ticks && offset.Ticks % TimeSpan.TicksPerMinute == 0 && offset > -MaxOffset && offset < MaxOffset;
        return canBeTime && Timestamps.TryCreate(new DateTime(ticks), offset, out DateTimeOffset time) ? time : null;
    }

    /// <summary>A list of texts; empty where there is none.</summary>
    public string[] Texts(string name) => Value(name) switch
    {
        null => [],
        string text => [text],
        PSObject { BaseObject: IEnumerable list } => [.. Of(list)],
        IEnumerable list => [.. Of(list)],
        object single => [TextOf(single)],
    };

    /// <summary>A list of whole numbers; empty where there is none, or something that is no number.</summary>
    public long[] Numbers(string name)
    {
        long?[] numbers = [.. Texts(name).Select(text => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long number) ? number : (long?)null)];
        return numbers.Contains(null) ? [] : [.. numbers.Select(number => number!.Value)];
    }

    /// <summary>An object with properties of its own; null where there is none.</summary>
    public PropertyBag? Bag(string name) => Value(name) is { } value ? new PropertyBag(PSObject.AsPSObject(value)) : null;

    /// <summary>A list of objects with properties of their own; empty where there is none.</summary>
    public IEnumerable<PropertyBag> Bags(string name) => Value(name) switch
    {
        null => [],
        PSObject { BaseObject: IEnumerable list and not string } => Bags(list),
        IEnumerable list and not string => Bags(list),
        object single => Bags(new[] { single }),
    };

    private static IEnumerable<PropertyBag> Bags(IEnumerable list) =>
        list.Cast<object?>().Take(MaxItems).Where(item => item is not null).Select(item => new PropertyBag(PSObject.AsPSObject(item)));

    /// <summary>How many items a list has; null where there is none.</summary>
    public int? Count(string name) => Value(name) is { } value && LanguagePrimitives.GetEnumerable(value) is { } list ? list.Cast<object?>().Take(MaxItems).Count() : null;

    private static IEnumerable<string> Of(IEnumerable list) => list.Cast<object?>().Take(MaxItems).OfType<object>().Select(TextOf);

    /// <summary>An object as text; empty where it cannot be one.</summary>
    private static string TextOf(object value)
    {
        try
        {
            return LanguagePrimitives.ConvertTo<string>(value);
        }
        catch (Exception unreadable) when (unreadable is RuntimeException or InvalidCastException)
        {
            return string.Empty;
        }
    }

    private object? Value(string name)
    {
        try
        {
            return source.Properties[name]?.Value;
        }
        catch (GetValueException)
        {
            return null;
        }
    }
}
