using System.Management.Automation;
using System.Text;
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
    /// <summary>No file of <c>Export-Clixml</c> is larger, in bytes: what becomes of it in memory is many times as large.</summary>
    private const int MaxXmlBytes = 32 << 20;

    /// <summary>The report that an object is, or was before it went through a job, a file or JSON; null where it is none.</summary>
    public LogReport? Read(PSObject input)
    {
        if ((input.BaseObject as LogReport ?? Deserialized.Restore(input) as LogReport) is not LogReport report)
        {
            cmdlet.WriteError(LogErrors.NotAReport(input.BaseObject));
            return null;
        }

        try
        {
            if (ReferenceEquals(report, input.BaseObject))
            {
                ReportCheck.Require(report);
                return report;
            }

            Deserialized.RequireKnownVersion(input);
            return ReportState.Of(report).ToReport(Deserialized.TopOf(input), WindowOf(report)).SignAs(report);
        }
        catch (InvalidDataException unusable)
        {
            cmdlet.WriteError(LogErrors.UnusableReport(report, unusable));
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
            using FileStream file = SmallTextFile.Open(path, ReportDocument.MaxBytes);
            if (!IsXml(file, out Stream text))
            {
                return ReportDocument.Read(text).ToReport(ReportOptions.DefaultTop);
            }

            if (PSSerializer.Deserialize(SmallTextFile.ReadAll(path, MaxXmlBytes)) is PSObject back && Deserialized.Restore(back) is LogReport)
            {
                return Read(back);
            }

            cmdlet.WriteError(LogErrors.NotAReportFile(path, null));
        }
        catch (Exception malformed) when (malformed is JsonException or System.Xml.XmlException or InvalidDataException)
        {
            cmdlet.WriteError(LogErrors.NotAReportFile(path, malformed));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            cmdlet.WriteError(LogErrors.ForFile(LogFileException.From(unreadable, path)));
        }

        return null;
    }

    /// <summary>Whether a file is of <c>Export-Clixml</c>, which begins with a bracket.</summary>
    /// <param name="file">The file.</param>
    /// <param name="text">Receives its text in UTF-8.</param>
    private static bool IsXml(FileStream file, out Stream text)
    {
        using var reader = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        int first = reader.Peek();
        while (first >= 0 && char.IsWhiteSpace((char)first))
        {
            reader.Read();
            first = reader.Peek();
        }

        file.Position = reader.CurrentEncoding.GetPreamble() is { Length: > 0 } mark && HasMark(file, mark) ? mark.Length : 0;
        text = reader.CurrentEncoding is UTF8Encoding ? file : Encoding.CreateTranscodingStream(file, reader.CurrentEncoding, Encoding.UTF8, leaveOpen: true);
        return first == '<';
    }

    private static bool HasMark(FileStream file, byte[] mark)
    {
        Span<byte> start = stackalloc byte[mark.Length];
        file.Position = 0;
        return file.ReadAtLeast(start, mark.Length, throwOnEndOfStream: false) == mark.Length && start.SequenceEqual(mark);
    }
}
