using System.Globalization;
using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Times;

namespace LogAnalysis.Commands;

/// <summary>
/// Converts what people type for a duration: <c>500ms</c>, <c>30s</c>, <c>90min</c>, <c>1h30m</c>, <c>7d</c>. A number without a unit is seconds;
/// PowerShell itself would use ticks.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DurationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        // PowerShell reads 30s and 7d as numbers with a type suffix, but remembers how they were written.
        object? value = inputData is PSObject wrapped ? (wrapped.BaseObject is TimeSpan span ? span : wrapped.ToString()) : inputData;
        TimeSpan? duration = value switch
        {
            TimeSpan given => given,
            string text => Duration.Parse(text),
            bool or char or DateTime => null,
            IConvertible number => Duration.FromSeconds(number.ToDouble(CultureInfo.InvariantCulture)),
            _ => null,
        };
        return duration >= TimeSpan.Zero
            ? duration
            : throw LogErrors.InvalidArgument(
                $"'{value}' is not a duration. Write a number with ms, s, m, h or d (30s, 5m, 1h, 1h30m), a TimeSpan (00:05:00), or seconds.");
    }
}
