namespace LogAnalysis.Model;

/// <summary>What was counted of a group beyond what is shown.</summary>
internal interface IGroupContents
{
    /// <summary>All of it, packed; null where the group adds up by its name.</summary>
    LogMergeState? Pack();
}
