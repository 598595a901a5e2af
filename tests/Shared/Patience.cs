namespace LogAnalysis.Tests;

/// <summary>How long a test waits for what must happen.</summary>
internal static class Patience
{
    /// <summary>For what hangs, not for what is slow: a busy machine does not miss it.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
}
