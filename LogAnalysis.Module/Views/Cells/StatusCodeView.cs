using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>The cells of a <see cref="LogStatusCode"/>.</summary>
internal sealed class StatusCodeView(PSObject source) : ObjectView(source)
{
    public string Timestamp => TimeOf(nameof(LogStatusCode.Timestamp));

    public string Code => StatusOf(nameof(LogStatusCode.Code));

    public string? Method => TextOf(nameof(LogStatusCode.Method));

    public string? Url => TextOf(nameof(LogStatusCode.Url));

    public string? Client => TextOf(nameof(LogStatusCode.Client));

    public string? Path => TextOf(nameof(LogStatusCode.Path));

    public string? AllText => ParagraphOf(nameof(LogStatusCode.Text));
}
