using System.Management.Automation;
using LogAnalysis.Model;
using LogAnalysis.Paths;
using LogAnalysis.Querying;

namespace LogAnalysis.Pipeline;

/// <summary>Adds fields to entries, as properties that PowerShell sorts, groups and shows by.</summary>
internal sealed class FieldProperties
{
    /// <summary>PowerShell shows more as a list.</summary>
    private const int MaxColumns = 4;

    private const string TypeName = "LogAnalysis.LogEntry#Fields";

    private static readonly HashSet<string> Own = [.. typeof(LogEntry).GetProperties().Select(property => property.Name)];

    private readonly FieldName[] _names;
    private readonly WildcardPattern[] _wildcards;
    private readonly FieldLookup _lookup;
    private readonly FieldCensus _census;

    private readonly string[] _patterns;

    /// <param name="names">The names; wildcards are permitted.</param>
    /// <param name="asked">Receives which of them occur.</param>
    public FieldProperties(string[] names, List<FieldCensus> asked)
    {
        _patterns = [.. Array.FindAll(names, IsPattern)];
        names = [.. names.Where(name => !IsPattern(name))];
        _names = [.. names.Where(name => !IsWildcard(name)).Select(name => new FieldName(name))];
        _wildcards = [.. names.Where(IsWildcard).Select(name => new WildcardPattern(name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant))];
        _lookup = new FieldLookup(_names);
        _census = new FieldCensus(_names);
        asked.Add(_census);
    }

    /// <summary>Whether a name is that of the pattern, which is no field of an entry alone.</summary>
    public static bool IsPattern(string name) =>
        name.Equals(nameof(LogEntry.Pattern), StringComparison.OrdinalIgnoreCase) || name.Equals(nameof(LogEntry.PatternId), StringComparison.OrdinalIgnoreCase);

    /// <summary>An entry with its fields.</summary>
    public PSObject AddTo(LogEntry entry)
    {
        var result = PSObject.AsPSObject(entry);
        LogLine line = entry.AsLine();
        _lookup.Read(in line);
        _census.Note(_lookup.Found, in line);
        List<string> added = [.. _patterns];
        for (int i = 0; i < _names.Length; i++)
        {
            Add(result, _names[i].Text, _lookup.Found.ValueOf(i, in line), added);
        }

        if (_wildcards.Length > 0)
        {
            foreach (string name in entry.Fields.Keys)
            {
                if (Array.Exists(_wildcards, wildcard => wildcard.IsMatch(name)))
                {
                    Add(result, name, entry.Fields[name], added);
                }
            }
        }

        Show(result, added);
        return result;
    }

    /// <summary>Whether a name is a wildcard; <c>a[</c> is a name.</summary>
    private static bool IsWildcard(string name) => WildcardPattern.ContainsWildcardCharacters(name) && WildcardCheck.FindMalformed(name) is null;

    private static void Add(PSObject result, string name, object? value, List<string> added)
    {
        if (!Own.Contains(name, StringComparer.OrdinalIgnoreCase) && !added.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            result.Properties.Add(new PSNoteProperty(name, value));
            added.Add(name);
        }
    }

    /// <summary>What was asked for is what is shown, with the time where there is room.</summary>
    private static void Show(PSObject result, List<string> added)
    {
        string[] before = [nameof(LogEntry.Timestamp), nameof(LogEntry.Level)];
        string[] shown = [.. before.Take(Math.Max(0, MaxColumns - added.Count)), .. added];

        // By the name of its type it would be shown as any other entry.
        result.TypeNames.Clear();
        result.TypeNames.Add(TypeName);
        result.TypeNames.Add(typeof(object).FullName!);
        result.Members.Add(new PSMemberSet("PSStandardMembers", [new PSPropertySet("DefaultDisplayPropertySet", shown)]));
    }
}
