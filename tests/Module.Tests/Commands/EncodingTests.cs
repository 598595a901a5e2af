using System.Text;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Commands;

/// <summary>Every command that reads files takes <c>-Encoding</c>, under the names that PowerShell's own commands know.</summary>
public sealed class EncodingTests : IClassFixture<ModuleSession>, IDisposable
{
    private readonly ModuleSession _session;
    private readonly TempFolder _folder = new();

    public EncodingTests(ModuleSession session)
    {
        _session = session;
        _session.Invoke("Set-Location $args[0]", _folder.Path);
        _folder.WriteBytes("latin1.log", Encoding.Latin1.GetBytes("2025-01-24 07:00:30 ERROR café\n"));
    }

    [Theory]
    [InlineData("latin1")]
    [InlineData("Latin1")]
    [InlineData("windows-1252")]
    [InlineData("1252")]
    [InlineData("([Text.Encoding]::Latin1)")]
    public void It_is_taken_in_whatever_way_it_is_written(string encoding)
    {
        Assert.Equal("café", _session.Invoke($"Get-LogEntry latin1.log -Encoding {encoding}").Of<LogEntry>().Single().Message);
        Assert.Equal("café", _session.Invoke($"Get-LogEntry latin1.log -Tail 1 -Encoding {encoding}").Of<LogEntry>().Single().Message);
        Assert.Equal("café", _session.Invoke($"Get-LogEntry latin1.log -Merge -Encoding {encoding}").Of<LogEntry>().Single().Message);
        Assert.Equal("café", _session.Invoke($"Watch-LogFile latin1.log -NoFollow -Encoding {encoding}").Of<LogEntry>().Single().Message);
        Assert.Equal("café", _session.Invoke($"Measure-LogErrors latin1.log -Encoding {encoding}").Of<LogErrorSummary>().Single().LastMessage);
    }

    [Fact]
    public void Without_it_what_is_not_UTF8_is_replaced() =>
        Assert.Equal("caf\uFFFD", _session.Invoke("Get-LogEntry latin1.log").Of<LogEntry>().Single().Message);

    [Fact]
    public void One_that_does_not_exist_is_refused_with_examples() =>
        Assert.Contains("windows-1252", _session.Invoke("Get-LogReport latin1.log -Encoding klingon").Errors.Single().ToString(), StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();
}
