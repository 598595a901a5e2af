namespace LogAnalysis.Tests.Support;

/// <summary>A clock that shows what somebody sets, and does not go by itself.</summary>
internal sealed class StoppedClock : TimeProvider
{
    public required DateTimeOffset Now { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.UtcTicks;
}
