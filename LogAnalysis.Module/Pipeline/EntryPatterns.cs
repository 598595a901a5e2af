using System.Management.Automation;
using LogAnalysis.Counting;
using LogAnalysis.Errors;
using LogAnalysis.Model;

namespace LogAnalysis.Pipeline;

/// <summary>The patterns by which entries are selected, or that are shown with them.</summary>
internal sealed class EntryPatterns
{
    private readonly PSCmdlet _cmdlet;
    private readonly PatternMembership _members;
    private readonly Func<LogErrorGroup[]> _find;

    private EntryPatterns(PSCmdlet cmdlet, bool takesGroups, bool selectsByGroup, MessageMasks? masks, Func<LogErrorGroup[]> find)
    {
        _cmdlet = cmdlet;
        TakesGroups = takesGroups;
        SelectsByGroup = selectsByGroup;
        _find = find;
        _members = new PatternMembership(selectsByGroup, masks);
    }

    /// <summary>Whether groups come through the pipeline.</summary>
    public bool TakesGroups { get; }

    /// <summary>Whether only entries of the groups are wanted; otherwise each entry gets its pattern.</summary>
    public bool SelectsByGroup { get; }

    /// <summary>What was asked for; null for nothing.</summary>
    /// <param name="cmdlet">The command.</param>
    /// <param name="groups">The groups that are given.</param>
    /// <param name="takesGroups">Whether groups come through the pipeline.</param>
    /// <param name="asksForPattern">Whether the pattern of each entry is to be shown.</param>
    /// <param name="masks">What is a value in messages besides; null for nothing.</param>
    /// <param name="find">Finds the patterns of all entries.</param>
    public static EntryPatterns? Of(PSCmdlet cmdlet, LogErrorGroup[] groups, bool takesGroups, bool asksForPattern, MessageMasks? masks, Func<LogErrorGroup[]> find)
    {
        bool selects = takesGroups || groups.Length > 0;
        if (!selects && !asksForPattern)
        {
            return null;
        }

        var patterns = new EntryPatterns(cmdlet, takesGroups, selects, masks, find);
        patterns.Add(takesGroups ? [] : groups);
        return patterns;
    }

    /// <summary>Adds groups whose entries are wanted.</summary>
    public void Add(LogErrorGroup[] groups)
    {
        if (Array.Exists(groups, group => group.By != nameof(ErrorGroupKey.Pattern)))
        {
            _cmdlet.ThrowTerminatingError(LogErrors.MissingParameter("Group", "By Pattern", "Other groups do not say which entries are theirs."));
        }

        Array.ForEach(groups, _members.Add);
    }

    /// <summary>Tells of which pattern an entry is. Where no groups are given, all patterns are found first.</summary>
    public IEntryTest Find()
    {
        Array.ForEach(SelectsByGroup ? [] : _find(), _members.Add);
        return _members;
    }
}
