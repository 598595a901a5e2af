using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>The cells of a <see cref="LogErrorSummary"/>.</summary>
internal sealed class ErrorSummaryView(PSObject source) : ObjectView(source)
{
    public string WindowStart => TimeOf(nameof(LogErrorSummary.WindowStart));

    public string WindowEnd => TimeOf(nameof(LogErrorSummary.WindowEnd));

    public string Errors => ErrorsOf(nameof(LogErrorSummary.Errors));

    public string Warnings => WarningsOf(nameof(LogErrorSummary.Warnings));

    public string ErrorRate => ShareOf(nameof(LogErrorSummary.ErrorRate));

    public string FirstError => TimeOf(nameof(LogErrorSummary.FirstError));

    public string LastError => TimeOf(nameof(LogErrorSummary.LastError));

    public string LastErrorSecond => SecondOf(nameof(LogErrorSummary.LastError));

    public string? LastMessage => TextOf(nameof(LogErrorSummary.LastMessage));

    public string? RelativePath => RelativePathOf(nameof(LogErrorSummary.Path));

    public string? Path => TextOf(nameof(LogErrorSummary.Path));
}
