using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.CompilerServices;
using LogAnalysis.Reporting;

namespace LogAnalysis.Objects;

/// <summary>
/// Restores the module's objects from what comes back from jobs, <c>Import-Clixml</c> and remoting: objects that have their properties, and
/// <c>Deserialized.</c> before the names of their types.
/// </summary>
internal static class Deserialized
{
    private const string Prefix = "Deserialized.";
    private const string ModulePrefix = Prefix + nameof(LogAnalysis) + ".";

    /// <summary>An entry to which fields were added as properties.</summary>
    private const string EntryWithFields = ModulePrefix + nameof(LogEntry) + "#Fields";

    private static readonly Dictionary<string, Type> Types =
        new[] { typeof(LogReport), typeof(LogErrorSummary), typeof(LogErrorGroup), typeof(LogStatusCode), typeof(LogStatusCodeCount), typeof(LogEntry) }
            .Select(type => KeyValuePair.Create(Prefix + type.FullName, type))
            .Append(KeyValuePair.Create(EntryWithFields, typeof(LogEntry)))
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>Whether an object has the name of a type of the module.</summary>
    public static bool HasName(PSObject input) => input.BaseObject is PSCustomObject && NameOf(input) is not null;

    /// <summary>The object that this was; null where it is not recognised as one of the module's.</summary>
    public static object? Restore(PSObject input)
    {
        var bag = new PropertyBag(input);
        string? name = NameOf(input);

        // A report that went through JSON has lost the name of its type, and nothing that merging needs.
        Type? type = name is not null ? Types.GetValueOrDefault(name) : bag.Packed(nameof(LogReport.MergeState)) is not null ? typeof(LogReport) : null;
        return type == typeof(LogEntry)
            ? new DeserializedEntry(bag.Text(nameof(LogEntry.Text)) ?? string.Empty, bag.Text(nameof(LogEntry.Path)))
            : type is null ? null : Create(type, bag);
    }

    /// <summary>
    /// How many patterns, URLs and clients a report shows: as many as its longest list has; the default where a list did not come through.
    /// </summary>
    public static int TopOf(PSObject report)
    {
        var bag = new PropertyBag(report);
        string[] lists = [nameof(LogReport.ErrorPatterns), nameof(LogReport.WarningPatterns), nameof(LogReport.Exceptions), nameof(LogReport.TopUrls), nameof(LogReport.FailingUrls), nameof(LogReport.TopClients)];
        return lists.Max(list => bag.Count(list) ?? ReportOptions.DefaultTop);
    }

    /// <summary>Holds what a report in JSON says that it is against what this module reads.</summary>
    /// <exception cref="InvalidDataException">It is something else, or of a later version.</exception>
    public static void RequireKnownVersion(PSObject report)
    {
        var bag = new PropertyBag(report);
        ReportDocument.RequireKnown(bag.Text("schema"), bag.Find<int>("version"));
    }

    /// <summary>The report that this was.</summary>
    public static LogReport ToReport(PropertyBag bag) => (LogReport)Create(typeof(LogReport), bag);

    private static string? NameOf(PSObject input)
    {
        // Without an enumerator: most objects are none of the module's, and there are many.
        Collection<string> names = TypeNames.Of(input);
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i].StartsWith(ModulePrefix, StringComparison.Ordinal) && (!names[i].Contains('#', StringComparison.Ordinal) || names[i] == EntryWithFields))
            {
                return names[i];
            }
        }

        return null;
    }

    /// <summary>An object with all properties that came through.</summary>
    private static object Create(Type type, PropertyBag bag)
    {
        object created = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties().Where(property => property.CanWrite))
        {
            if (Read(bag, property) is { } value)
            {
                property.SetValue(created, value);
            }
        }

        return created;
    }

    private static object? Read(PropertyBag bag, PropertyInfo property)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type == typeof(string) ? bag.Text(property.Name) ?? (IsRequired(property) ? string.Empty : null)
            : type == typeof(string[]) ? bag.Texts(property.Name)
            : type == typeof(long[]) ? bag.Numbers(property.Name)
            : type == typeof(LogMergeState) ? bag.Packed(property.Name)
            : type == typeof(DateTimeOffset) ? bag.Time(property.Name)
            : type.IsArray ? ReadArray(bag, property.Name, type.GetElementType()!)
            : type.IsValueType ? bag.Find(property.Name, type)
            : bag.Bag(property.Name) is PropertyBag part ? Create(type, part)
            : null;
    }

    private static Array ReadArray(PropertyBag bag, string name, Type type)
    {
        object[] items = [.. bag.Bags(name).Select(item => Create(type, item))];
        var array = Array.CreateInstance(type, items.Length);
        items.CopyTo(array, 0);
        return array;
    }

    /// <summary>Whether the property must have a value, whatever was lost on the way.</summary>
    private static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute));
}
