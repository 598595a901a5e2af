using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Times;

namespace LogAnalysis.Commands;

/// <summary>
/// Converts what people type for a point in time: a date, a time of day, <c>yesterday</c>, or <c>-1h</c> or <c>1h</c> for an hour ago.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DateTimeArgumentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        DateTimeOffset? moment = value switch
        {
            DateTimeOffset given => given,
            DateTime clock => new DateTimeOffset(clock),
            TimeSpan back => PointInTimeParser.Before(DateTimeOffset.Now, back),

            // PowerShell reads -30s and -7d as numbers with a type suffix, but remembers how they were written.
            _ => PointInTimeParser.Parse(inputData?.ToString() ?? string.Empty, DateTimeOffset.Now),
        };
        return moment ?? throw LogErrors.InvalidArgument(
            $"'{inputData}' is not a point in time. Write a date (2025-01-24, 2025-01-24T07:00), a time of today (07:00), today, yesterday, or a span back (-30m, -1h, 1h30m, 7d).");
    }
}
