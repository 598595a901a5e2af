using System.Management.Automation;
using System.Text.Json;
using LogAnalysis.Errors;
using LogAnalysis.Files;
using LogAnalysis.Model;
using LogAnalysis.Objects;
using LogAnalysis.Paths;
using LogAnalysis.Reporting;

namespace LogAnalysis.Pipeline;

/// <summary>Takes reports as users have them: objects of every origin, and files. What is none is reported.</summary>
internal sealed class ReportInput(PSCmdlet cmdlet)
{
    /// <summary>The report that an object is, or was before it went through a job, a file or JSON; null where it is none.</summary>
    public LogReport? Read(PSObject input)
    {
        if (input.BaseObject is LogReport live)
        {
            return live;
        }

        if (Deserialized.Restore(input) is not LogReport back)
        {
            cmdlet.WriteError(LogErrors.NotAReport(input.BaseObject));
            return null;
        }

        try
        {
            return ReportState.Of(back).ToReport(Deserialized.TopOf(input), WindowOf(back));
        }
        catch (InvalidDataException unusable)
        {
            cmdlet.WriteError(LogErrors.UnusableReport(back, unusable));
            return null;
        }
    }

    /// <summary>As <see cref="Read"/>; a string or a file is the path of a report that was written as JSON, or by <c>Export-Clixml</c>.</summary>
    public LogReport? ReadObjectOrFile(PSObject input) => input.BaseObject switch
    {
        string path => new LogPathResolver(cmdlet).ResolveLiteral([path]).Select(ReadFile).FirstOrDefault(),
        FileInfo file => ReadFile(file.FullName),
        _ => Read(input),
    };

    private static TimeWindow? WindowOf(LogReport report) =>
        report is { WindowStart: DateTimeOffset start, WindowEnd: DateTimeOffset end } ? new TimeWindow(start, end) : null;

    private LogReport? ReadFile(string path)
    {
        try
        {
            string text = File.ReadAllText(path);
            object? content = text.TrimStart().StartsWith('<') ? PSSerializer.Deserialize(text) : JsonSerializer.Deserialize<LogReport>(text, JsonReport.Options);
            if (content is LogReport { MergeState: not null } report)
            {
                // The properties of a file are what somebody wrote into it: the report is made again of what it merges by.
                return Read(new PSObject(ReportState.Of(report).ToReport(ReportOptions.DefaultTop, WindowOf(report))));
            }

            if (content is PSObject back && Deserialized.Restore(back) is LogReport)
            {
                return Read(back);
            }

            cmdlet.WriteError(LogErrors.NotAReportFile(path, null));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            cmdlet.WriteError(LogErrors.ForFile(Directory.Exists(path) ? new(LogFileErrorKind.IsDirectory, path) : LogFileException.From(unreadable, path)));
        }
        catch (Exception malformed) when (malformed is JsonException or System.Xml.XmlException or InvalidDataException)
        {
            cmdlet.WriteError(LogErrors.NotAReportFile(path, malformed));
        }

        return null;
    }
}
