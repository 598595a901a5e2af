using System.Management.Automation;
using System.Text;
using LogAnalysis.Errors;
using LogAnalysis.Formats;
using LogAnalysis.Model;

namespace LogAnalysis.Pipeline;

/// <summary>Tries a format on a sample, and tells what it does not understand.</summary>
internal sealed class FormatTrial(PSCmdlet cmdlet, FormatSample sample)
{
    /// <summary>What the sample is in the format; null if its first pattern matches nothing, which is reported.</summary>
    public List<LogEntry>? Run(UserFormat format)
    {
        LinePattern[] patterns = [.. format.Patterns];
        if (!sample.Matches(patterns[0]))
        {
            cmdlet.WriteError(LogErrors.NoMatchingLine(patterns[0].ToString(), format.Name, sample.Count));
            return null;
        }

        foreach (LinePattern useless in patterns.Skip(1).Where(pattern => !sample.Matches(pattern)))
        {
            cmdlet.Warn($"'{useless}' matches none of the {sample.Count} lines.");
        }

        List<LogEntry> entries = sample.Read(format);
        IEnumerable<LogEntry> own = entries.Where(entry => entry.Format == format.Name);
        WarnOfTimes(own);
        WarnOfLevels(own, patterns);
        return entries;
    }

    private void WarnOfTimes(IEnumerable<LogEntry> entries)
    {
        if (entries.FirstOrDefault(entry => entry.Timestamp is null && TimeOf(entry) is not null) is LogEntry unread)
        {
            cmdlet.Warn($"'{TimeOf(unread)}' in line {unread.LineNumber} is not read as a time. Use -TimestampFormat, such as 'dd.MM.yyyy HH:mm:ss'.");
        }
    }

    private void WarnOfLevels(IEnumerable<LogEntry> entries, LinePattern[] patterns)
    {
        if (patterns.Any(pattern => pattern.Has(FieldKind.Level)) && entries.FirstOrDefault(entry => entry.Level == LogLevel.Unknown && entry.AsLine().Fields.HasLevel) is LogEntry unknown)
        {
            cmdlet.Warn($"The level in line {unknown.LineNumber} is not known. Use -LevelMap, such as @{{ '1' = 'Information'; '3' = 'Error' }}.");
        }
    }

    private static string? TimeOf(LogEntry entry)
    {
        LogLine line = entry.AsLine();
        return line.Fields.Timestamp.IsEmpty ? null : LogAnalysis.Views.ConsoleText.Escape(Encoding.UTF8.GetString(line.Fields.Timestamp.Of(line.Plain)));
    }
}
