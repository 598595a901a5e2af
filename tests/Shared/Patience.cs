using System.Globalization;

namespace LogAnalysis.Tests;

/// <summary>How long a test waits for what must happen.</summary>
internal static class Patience
{
    /// <summary>For what hangs, not for what is slow: a busy machine does not miss it. LOGANALYSIS_PATIENCE shortens it while a test fails.</summary>
    public static readonly TimeSpan Limit =
        Environment.GetEnvironmentVariable("LOGANALYSIS_PATIENCE") is string seconds ? TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)) : TimeSpan.FromMinutes(2);
}
