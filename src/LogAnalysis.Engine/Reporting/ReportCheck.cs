using System.Reflection;
using LogAnalysis.Counting;

namespace LogAnalysis.Reporting;

/// <summary>
/// Whether a report can have been made by counting: scripts can set its properties, and make reports of anything. What is written to files is held to it, since
/// JSON has no infinity, and a page no bar of negative length.
/// </summary>
internal static class ReportCheck
{
    /// <summary>A report has lists of objects that have objects.</summary>
    private const int MaxDepth = 4;

    /// <summary>Holds a report to it.</summary>
    /// <exception cref="InvalidDataException">A property has a value that cannot have been counted; the message names it.</exception>
    public static void Require(LogReport report) => Require(report, nameof(LogReport), MaxDepth);

    private static void Require(object counted, string name, int depth)
    {
        foreach (PropertyInfo property in counted.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            string path = $"{name}.{property.Name}";
            object? value = property.GetValue(counted);
            if (!IsPossible(property.Name, value) || (value is null && property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute))))
            {
                throw new InvalidDataException($"Its {path} is {value ?? "null"}, which cannot have been counted.");
            }

            if (depth > 0)
            {
                RequireParts(value, path, depth - 1);
            }
        }
    }

    private static void RequireParts(object? value, string path, int depth)
    {
        if (value is LogPercentiles)
        {
            Require(value, path, depth);
        }

        foreach (object? item in value as Array ?? Array.Empty<object>())
        {
            Require(item ?? throw new InvalidDataException($"Its {path} has null among its items."), path, depth);
        }
    }

    private static bool IsPossible(string name, object? value) => value switch
    {
        double rate when name == nameof(LogReport.ErrorRate) => rate is >= 0 and <= 1,
        long count => CountLimits.IsTotal(count),
        int code => code >= 0,
        double share when name == "Percent" => share is >= 0 and <= 100,
        double number => number >= 0 && double.IsFinite(number),
        TimeSpan length => length >= TimeSpan.Zero,
        Enum choice => Enum.IsDefined(choice.GetType(), choice),
        _ => true,
    };
}
