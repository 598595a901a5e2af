using System.Buffers;
using System.Globalization;
using System.Management.Automation;

namespace LogAnalysis.Commands;

/// <summary>
/// Lets a TimeSpan parameter be typed as people say it: <c>500ms</c>, <c>30s</c>, <c>5m</c>, <c>1h</c>, <c>7d</c>. A bare number
/// counts seconds; PowerShell by itself would take it for ticks, a ten-millionth of that.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DurationAttribute : ArgumentTransformationAttribute
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        TimeSpan? duration = value switch
        {
            TimeSpan span => span,
            int or long or double or decimal => FromSeconds(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            string text => Parse(text.Trim()),
            _ => null,
        };
        return duration >= TimeSpan.Zero
            ? duration
            : throw new ArgumentTransformationMetadataException(
                $"'{value}' is not a duration. Write a number with ms, s, m, h or d (30s, 5m, 1h), a TimeSpan (00:05:00), or seconds.");
    }

    private static TimeSpan? Parse(string text)
    {
        int unit = text.AsSpan().IndexOfAnyExcept(NumberCharacters);
        if (unit < 0)
        {
            return Scale(text, TimeSpan.TicksPerSecond);
        }

        return text[unit..].ToLowerInvariant() switch
        {
            "ms" => Scale(text[..unit], TimeSpan.TicksPerMillisecond),
            "s" => Scale(text[..unit], TimeSpan.TicksPerSecond),
            "m" => Scale(text[..unit], TimeSpan.TicksPerMinute),
            "h" => Scale(text[..unit], TimeSpan.TicksPerHour),
            "d" => Scale(text[..unit], TimeSpan.TicksPerDay),
            _ => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span) ? span : null,
        };
    }

    private static TimeSpan? Scale(string number, long ticks) =>
        double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double count)
            ? FromSeconds(count * ticks / TimeSpan.TicksPerSecond)
            : null;

    private static TimeSpan? FromSeconds(double seconds) =>
        seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond)) : null;
}
