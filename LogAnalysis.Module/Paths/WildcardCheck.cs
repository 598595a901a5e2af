using System.Management.Automation;

namespace LogAnalysis.Paths;

/// <summary>Finds wildcards that PowerShell cannot compile, as <c>app[.log</c>, before they are used.</summary>
internal static class WildcardCheck
{
    /// <summary>What is wrong with a wildcard; null for nothing.</summary>
    public static WildcardPatternException? FindMalformed(string pattern)
    {
        try
        {
            // PowerShell compiles it when it is first used.
            _ = new WildcardPattern(pattern).IsMatch(string.Empty);
            return null;
        }
        catch (WildcardPatternException malformed)
        {
            return malformed;
        }
    }
}
