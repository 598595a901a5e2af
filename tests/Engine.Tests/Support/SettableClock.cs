namespace LogAnalysis.Tests.Support;

/// <summary>The system's clock, which somebody sets. Time passes as it does.</summary>
internal sealed class SettableClock : TimeProvider
{
    public TimeSpan SetBy { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + SetBy;
}
