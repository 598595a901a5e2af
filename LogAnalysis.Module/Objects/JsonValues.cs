using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.Json;

namespace LogAnalysis.Objects;

/// <summary>Writes values of properties as JSON. What is too long or too deep is cut: objects are no more to be trusted than logs are.</summary>
internal static class JsonValues
{
    private const int MaxDepth = 4;
    private const int MaxItems = 100;
    private const int MaxTextLength = 100_000;

    /// <summary>Writes a value.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="value">The value.</param>
    /// <param name="isDuration">Whether a TimeSpan is how long something took: then it is written with a unit.</param>
    public static void Write(Utf8JsonWriter json, object value, bool isDuration = false)
    {
        if (value is TimeSpan span && isDuration)
        {
            json.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{(decimal)span.Ticks / TimeSpan.TicksPerMillisecond:0.####}ms"));
        }
        else
        {
            Write(json, value, depth: 0);
        }
    }

    private static void Write(Utf8JsonWriter json, object? value, int depth)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                WriteText(json, text);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case Enum name:
                json.WriteStringValue(name.ToString());
                break;
            case byte or sbyte or short or ushort or int or uint or long:
                json.WriteNumberValue(((IConvertible)value).ToInt64(CultureInfo.InvariantCulture));
                break;
            case ulong number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case float or double when double.IsFinite(((IConvertible)value).ToDouble(CultureInfo.InvariantCulture)):
                json.WriteNumberValue(((IConvertible)value).ToDouble(CultureInfo.InvariantCulture));
                break;
            case DateTime time:
                json.WriteStringValue(time);
                break;
            case DateTimeOffset time:
                json.WriteStringValue(time);
                break;
            case PSObject { BaseObject: not PSCustomObject } wrapper:
                Write(json, wrapper.BaseObject, depth);
                break;
            default:
                WriteNested(json, value, depth + 1);
                break;
        }
    }

    private static void WriteNested(Utf8JsonWriter json, object value, int depth)
    {
        switch (value)
        {
            case PSObject or IDictionary or IList when depth > MaxDepth:
                json.WriteStringValue("...");
                break;
            case PSObject members:
                WriteObject(json, members.Properties.Take(MaxItems).Select(member => (member.Name, member.IsGettable ? TryRead(member) : null)), depth);
                break;
            case IDictionary members:
                WriteObject(json, members.Keys.Cast<object>().Take(MaxItems).Select(key => (TextOf(key), members[key])), depth);
                break;
            case IList items:
                json.WriteStartArray();
                foreach (object? item in items.Cast<object?>().Take(MaxItems))
                {
                    Write(json, item, depth);
                }

                json.WriteEndArray();
                break;
            default:
                WriteText(json, TextOf(value));
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter json, IEnumerable<(string Name, object? Value)> members, int depth)
    {
        json.WriteStartObject();
        foreach ((string name, object? value) in members)
        {
            json.WritePropertyName(name);
            Write(json, value, depth);
        }

        json.WriteEndObject();
    }

    /// <summary>What an object says of itself; nothing where it fails to, in whatever way.</summary>
    public static string TextOf(object value)
    {
        try
        {
            return Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
        }
        catch (Exception unreadable) when (unreadable is not (OutOfMemoryException or OperationCanceledException))
        {
            return string.Empty;
        }
    }

    private static void WriteText(Utf8JsonWriter json, string text) => json.WriteStringValue(text.AsSpan(0, Math.Min(text.Length, MaxTextLength)));

    private static object? TryRead(PSPropertyInfo member)
    {
        try
        {
            return member.Value;
        }
        catch (GetValueException)
        {
            return null;
        }
    }
}
