namespace LogAnalysis.Views.Dashboard;

/// <summary>How long responses took, and how much was sent.</summary>
internal static class Responses
{
    /// <summary>Draws a line; nothing where the log tells neither.</summary>
    public static IEnumerable<Row> Draw(LogReport report, Canvas canvas)
    {
        string[] parts = [.. Parts(report)];
        if (parts.Length == 0)
        {
            yield break;
        }

        yield return canvas.NewRow();
        yield return canvas.NewRow().Add("Responses", Ink.Strong).Add("  ").Add(Cells.Cut(string.Join("   ", parts), canvas.Width - 11));
    }

    private static IEnumerable<string> Parts(LogReport report)
    {
        if (report.ResponseTime is LogPercentiles times)
        {
            yield return $"P50 {ConsoleText.Duration(times.P50)}";
            yield return $"P90 {ConsoleText.Duration(times.P90)}";
            yield return $"P99 {ConsoleText.Duration(times.P99)}";
            yield return $"longest {ConsoleText.Duration(times.Max)}";
        }

        if (report.ResponseBytes is long bytes)
        {
            yield return $"{Amounts.Bytes(bytes)} sent";
        }
    }
}
