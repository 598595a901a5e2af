using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Times;

namespace LogAnalysis.Commands;

/// <summary>Converts what people type for a time zone: <c>local</c>, <c>UTC</c>, an offset, or a name of IANA or Windows.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeZoneArgumentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        string text = inputData?.ToString() ?? string.Empty;
        TimeZoneInfo? zone = value switch
        {
            TimeZoneInfo given => given,
            TimeSpan offset => TimeZoneParser.OfOffset(offset),
            _ => TimeZoneParser.Parse(text),
        };
        return zone ?? throw LogErrors.InvalidArgument($"'{text}' is not a time zone.{Suggest(text)} Write a name (Europe/Berlin, 'W. Europe Standard Time'), an offset (+02:00), UTC or local.");
    }

    private static string Suggest(string text)
    {
        IReadOnlyList<string> names = TimeZoneParser.Suggest(text);
        return names.Count == 0 ? string.Empty : $" Did you mean {string.Join(" or ", names.Select(name => name.Contains(' ') ? $"'{name}'" : name))}?";
    }
}
