namespace LogAnalysis.Reporting.Findings;

/// <summary>What happened in equal parts of a time.</summary>
/// <param name="Events">How many errors, or warnings, each part has.</param>
/// <param name="Entries">How many entries each part has.</param>
internal sealed record Load(long[] Events, long[] Entries)
{
    public int Count => Events.Length;
}
