namespace LogAnalysis.Times;

/// <summary>What the times of a log leave unsaid.</summary>
/// <param name="Zone">The zone of times that state none; null for that of this machine.</param>
/// <param name="Orders">The order of the numbers in dates.</param>
internal sealed record TimeConventions(TimeZoneInfo? Zone, DateOrders Orders)
{
    /// <summary>Nothing is known.</summary>
    public static readonly TimeConventions Default = new(null, default);
}
