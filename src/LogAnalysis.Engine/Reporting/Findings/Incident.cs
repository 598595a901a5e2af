namespace LogAnalysis.Reporting.Findings;

/// <summary>A time that has more events than usual.</summary>
/// <param name="From">Its first second since 1970.</param>
/// <param name="To">The second after its last.</param>
/// <param name="Count">How many events it has.</param>
/// <param name="Usual">How many are usual in such a time.</param>
internal sealed record Incident(long From, long To, long Count, double Usual)
{
    /// <summary>How many more there were than usual.</summary>
    public double Excess => Count - Usual;
}
