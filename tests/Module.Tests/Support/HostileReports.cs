using System.Text.Json;

namespace LogAnalysis.Tests.Support;

/// <summary>Logs whose every field holds something hostile.</summary>
internal static class HostileReports
{
    /// <summary>Writes such a log, whose name is hostile too, and returns its path.</summary>
    public static string Write(TempFolder folder)
    {
        var lines = new List<string> { "2025-01-24 07:00:00 ERROR begins like any other log" };
        foreach (string evil in HostileTexts.All.Where(text => !string.IsNullOrWhiteSpace(text)))
        {
            // A NUL as it is would make the file binary, and nothing of it would be read.
            string line = evil.Replace('\n', ' ').Replace('\r', ' ').Replace('\0', ' ');
            lines.Add($"2025-01-24 07:00:30 ERROR {line} failed");
            lines.Add($"{line.Replace(' ', '_')} - - [24/Jan/2025:07:05:03 +0000] \"GET /{line.Replace(' ', '_').Replace('"', '_')} HTTP/1.1\" 500 17 0.5");
            lines.Add(JsonSerializer.Serialize(new Dictionary<string, object> { ["time"] = "2025-01-24T07:10:00Z", ["level"] = "error", ["msg"] = evil + " went wrong" }));
        }

        return folder.Write(OperatingSystem.IsWindows() ? "evil.log" : "evil <b>`|=\x1b[31m\u202E.log", [.. lines]);
    }
}
