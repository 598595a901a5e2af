using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>The cells of a <see cref="LogFileCount"/>.</summary>
internal sealed class FileCountView(PSObject source) : ObjectView(source)
{
    public string Errors => ErrorsOf(nameof(LogFileCount.Errors));

    public string Warnings => WarningsOf(nameof(LogFileCount.Warnings));

    public string LastError => SecondOf(nameof(LogFileCount.LastError));

    public string? Path => RelativePathOf(nameof(LogFileCount.Path));
}
