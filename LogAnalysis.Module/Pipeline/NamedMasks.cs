using System.Management.Automation;
using LogAnalysis.Counting;
using LogAnalysis.Errors;

namespace LogAnalysis.Pipeline;

/// <summary>Finds registered masks by names that users give.</summary>
internal static class NamedMasks
{
    /// <summary>The masks that a name or a wildcard matches, whatever the case, in the order in which they were registered. A name that is none is reported.</summary>
    public static LogMask[] FindMasks(this Cmdlet cmdlet, string name)
    {
        LogMask[]? masks = Find(name);
        if (masks is null || (masks.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name)))
        {
            cmdlet.WriteError(LogErrors.UnknownMask(name));
        }

        return masks ?? [];
    }

    /// <summary>The masks; null for a malformed wildcard.</summary>
    private static LogMask[]? Find(string name)
    {
        try
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
            // A malformed wildcard is found out when it is used, if there are masks or none.
            _ = pattern.IsMatch(string.Empty);
            return [.. LogMasks.Registered.All.Where(mask => pattern.IsMatch(mask.Name))];
        }
        catch (WildcardPatternException)
        {
            return null;
        }
    }
}
