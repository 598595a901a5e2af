using System.Diagnostics;
using System.Globalization;

namespace LogAnalysis.Tests.Support;

/// <summary>A second process that writes a log.</summary>
internal static class LogWriterProcess
{
    /// <summary>Starts it: <paramref name="lines"/> lines, a rename rotation before the line <paramref name="rotateAt"/>.</summary>
    public static Process Start(string path, int lines, int rotateAt) => Process.Start(
        new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "LogWriter.dll"), path, lines.ToString(CultureInfo.InvariantCulture),
                rotateAt.ToString(CultureInfo.InvariantCulture),
            },
        })!;
}
