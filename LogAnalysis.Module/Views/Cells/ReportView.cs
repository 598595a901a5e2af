using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>The cells of a <see cref="LogReport"/>.</summary>
internal sealed class ReportView(PSObject source) : ObjectView(source)
{
    private const int MaxLines = 5;

    /// <summary>The report on one screen, line by line.</summary>
    public string[] Dashboard => ReportDashboard.Lines(Source, SessionView.Width, SessionView.Folder, SessionView.Style, SessionView.Height);

    /// <summary>Where the report was made; null if here.</summary>
    public string? Host => Value(nameof(LogReport.Host))?.ToString() is string host && host != Environment.MachineName ? ConsoleText.Escape(host) : null;

    public string? Paths => PathsOf(nameof(LogReport.Paths));

    public string? Formats => ConsoleText.Join(ListOf(nameof(LogReport.Formats)));

    public string From => TimeOf(nameof(LogReport.From));

    public string To => TimeOf(nameof(LogReport.To));

    public string FromSecond => SecondOf(nameof(LogReport.From));

    public string ToSecond => SecondOf(nameof(LogReport.To));

    public string Errors => ErrorsOf(nameof(LogReport.Errors));

    public string ErrorsWithShare => $"{Value(nameof(LogReport.Errors))} ({ErrorRate} of entries)";

    public string Warnings => WarningsOf(nameof(LogReport.Warnings));

    public string ErrorRate => ShareOf(nameof(LogReport.ErrorRate));

    public string? Findings => LinesOf(nameof(LogReport.Findings));

    public string? Levels => ConsoleText.Join(ListOf(nameof(LogReport.Levels)));

    public string? ErrorPatterns => LinesOf(nameof(LogReport.ErrorPatterns));

    public string? WarningPatterns => LinesOf(nameof(LogReport.WarningPatterns));

    public string? Exceptions => LinesOf(nameof(LogReport.Exceptions));

    public string? StatusCodes => ConsoleText.Join(ListOf(nameof(LogReport.StatusCodes)));

    public string? TopUrls => LinesOf(nameof(LogReport.TopUrls));

    public string? TopClients => LinesOf(nameof(LogReport.TopClients));

    public string? UserAgents => ConsoleText.Join(ListOf(nameof(LogReport.UserAgents)));

    /// <summary>How long responses took; null where no line says.</summary>
    public string? ResponseTime => Value(nameof(LogReport.ResponseTime)) is { } times ? new PercentilesView(PSObject.AsPSObject(times)).Line : null;

    /// <summary>The most frequent error; null where there is none.</summary>
    public string? TopError => ListOf(nameof(LogReport.ErrorPatterns))?.Cast<object>().FirstOrDefault() is { } first ? new ErrorGroupView(PSObject.AsPSObject(first)).Name : null;

    private string? LinesOf(string name) => ListOf(name)?.Cast<object>().Any() == true ? ConsoleText.Lines(ListOf(name), MaxLines) : null;
}
