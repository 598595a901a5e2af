using System.Management.Automation;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Completion;

/// <summary>Tab offers what a parameter takes, with what it means.</summary>
public sealed class CompletionTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    [Theory]
    [InlineData("Get-LogEntry x.log -Format js", "json")]
    [InlineData("Get-LogEntry x.log -Format lo*t", "logcat logfmt")]
    [InlineData("Get-LogEntry x.log -Format 'js", "'json'")]
    [InlineData("Get-LogEntry x.log -Format \"js", "\"json\"")]
    [InlineData("Get-LogFormat apache", "apache-error")]
    [InlineData("Get-LogFormat json, apache", "apache-error")]
    [InlineData("Get-LogStatusCode x.log -Code 50", "500 501 502 503 504 505 506 507 508")]
    [InlineData("Get-LogStatusCode x.log -Code 404, 42", "421 422 423 424 425 426 428 429")]
    [InlineData("Get-LogStatusCode x.log -Code teapot", "")]
    [InlineData("Get-LogStatusCode x.log -Code unavail", "451 503")]
    [InlineData("Get-LogStatusCode x.log -Code server", "5xx 500")]
    [InlineData("Get-LogStatusCode x.log -Code 5x", "5xx")]
    [InlineData("Get-LogEntry x.log -Level Error, W", "Warning")]
    [InlineData("Get-LogEntry x.log -MinimumLevel e", "Error")]
    [InlineData("Measure-LogErrors x.log -By s", "StatusCode")]
    [InlineData("Export-LogReport x -As m", "Markdown")]
    [InlineData("Get-LogEntry x.log -Encoding utf8", "utf8 utf8BOM utf8NoBOM")]
    [InlineData("Measure-LogErrors x.log -Every 1", "10s 1m 15m 1h 1d")]
    [InlineData("Get-LogReport x.log -BucketSize 5", "5m")]
    [InlineData("Watch-LogFile x.log -Timeout 3", "30s")]
    [InlineData("Watch-LogFile x.log -IdleTimeout 3", "30s")]
    [InlineData("Get-LogEntry x.log -Until y", "yesterday")]
    public void A_value_is_completed(string line, string expected) =>
        Assert.Equal(expected, string.Join(' ', Complete(line).Select(match => match.CompletionText)));

    [Fact]
    public void Every_format_is_offered_with_what_writes_it()
    {
        List<LogFormat> formats = session.Invoke("Get-LogFormat").Of<LogFormat>();
        Dictionary<string, string> offered = Complete("Get-LogEntry x.log -Format ").ToDictionary(match => match.CompletionText, match => match.ToolTip);
        Assert.All(formats, format => Assert.Equal(format.Description, offered[format.Name]));
    }

    [Fact]
    public void A_status_is_offered_with_its_reason()
    {
        CompletionResult notFound = Complete("Get-LogStatusCode x.log -Code 404").Single();
        Assert.Equal(("404", "404 Not Found", "Not Found"), (notFound.CompletionText, notFound.ListItemText, notFound.ToolTip));
        Assert.Equal(["1xx", "2xx", "3xx", "4xx", "5xx"], Complete("Get-LogStatusCode x.log -Code ").Take(5).Select(match => match.CompletionText));
    }

    [Fact]
    public void A_time_is_offered_with_when_that_is()
    {
        IReadOnlyList<CompletionResult> times = Complete("Get-LogReport x.log -Since ");
        Assert.Equal(["-15m", "-1h", "-6h", "-24h", "-7d", "today", "yesterday"], times.Select(match => match.CompletionText));
        Assert.Matches(@"^1 hour ago: \d{4}-\d\d-\d\d \d\d:\d\d$", times[1].ToolTip);
        Assert.Matches(@"^the beginning of \d{4}-\d\d-\d\d$", times[^1].ToolTip);
    }

    [Fact]
    public void Everything_that_is_offered_is_taken()
    {
        using var folder = new TempFolder();
        string log = folder.Write("app.log", "ERROR a");
        foreach ((string command, string parameter) in new[] { ("Get-LogReport", "Since"), ("Get-LogReport", "BucketSize"), ("Get-LogReport", "Format"), ("Get-LogReport", "Encoding"), ("Get-LogStatusCode", "Code") })
        {
            foreach (CompletionResult match in Complete($"{command} x.log -{parameter} "))
            {
                Assert.Empty(session.Invoke($"{command} '{log}' -{parameter} {match.CompletionText}").Errors);
            }
        }
    }

    [Fact]
    public void Every_value_that_can_be_counted_is_completed()
    {
        foreach (CommandInfo command in session.Invoke("Get-Command -Module LogAnalysis -CommandType Cmdlet").Of<CommandInfo>())
        {
            foreach (ParameterMetadata parameter in command.Parameters.Values.Where(parameter => IsCounted(parameter.ParameterType)))
            {
                Assert.NotEmpty(Complete($"{command.Name} -{parameter.Name} "));
            }
        }
    }

    private static bool IsCounted(Type type) => (Nullable.GetUnderlyingType(type) ?? type.GetElementType() ?? type) is { IsEnum: true } or { Name: nameof(TimeSpan) or nameof(DateTimeOffset) or "Encoding" };

    private IReadOnlyList<CompletionResult> Complete(string line)
    {
        using var shell = PowerShell.Create(session.Shell.Runspace);
        return [.. CommandCompletion.CompleteInput(line, line.Length, null, shell).CompletionMatches];
    }
}
