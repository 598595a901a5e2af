using System.Text;
using System.Text.RegularExpressions;
using LogAnalysis.Tests.Support;
using LogAnalysis.Text;
using LogAnalysis.Views;
using Xunit;

namespace LogAnalysis.Tests.Views;

public sealed partial class DashboardTests : IClassFixture<ModuleSession>, IDisposable
{
    private readonly ModuleSession _session;
    private readonly TempFolder _folder = new();

    public DashboardTests(ModuleSession session)
    {
        _session = session;
        _session.Invoke("Set-Location $args[0]", RepositoryRoot.Path);
    }

    public static TheoryData<string, int> Reports
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (string script in new[] { "Get-LogReport samples/*", "Get-LogReport samples/access.log", "Get-LogReport samples/app.log", "'INFO x' | Get-LogReport", "'' | Get-LogReport" })
            {
                Array.ForEach([0, 1, 80, 139, 140, 200, 500], width => data.Add(script, width));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Lines_fit_the_terminal(string script, int width)
    {
        string[] lines = Lines(script, width);
        int room = width is 0 ? 79 : Math.Max(width, 60) - 1;
        Assert.All(lines, line => Assert.InRange(line.Length, 0, room));
        Assert.All(lines, line => Assert.Equal(line.TrimEnd(), line));
        Assert.InRange(lines.Length, 3, width < 140 ? 25 : 28);
    }

    [Fact]
    public void A_wide_terminal_is_used()
    {
        Assert.Contains(Lines("Get-LogReport samples/access.log", 200), line => line.Length == 199);
        Assert.Contains(Lines("Get-LogReport samples/access.log", 200), line => Regex.IsMatch(line, "^Errors .*URLs .*Clients$"));
    }

    [Fact]
    public void It_tells_what_the_report_tells()
    {
        string shown = string.Join('\n', Lines("Get-LogReport samples/access.log", 80));
        foreach (string expected in new[]
        {
            "samples/access.log ", "2025-05-17 09:58:21 to 10:45:47 (47 min 26 s)", "121 entries, 2.6/min   7 errors (5.8%)   15 warnings (12.4%)",
            "at most 3 entries, 2 errors in 30 s", "Warning      15   12.4% ", "4xx  15   12.4% █▍ 404: 11, 401: 3", "3  42.9%  POST /api/orders 503",
            "28  /api/orders", "21  192.0.2.7", "2.58 MB sent",
        })
        {
            Assert.Contains(expected, shown, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("samples/access.log")]
    [InlineData("samples/*")]
    public void A_report_that_comes_back_looks_like_one_that_was_never_away(string path)
    {
        const string ThereAndBack = "[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_))";
        Assert.Equal(Lines($"Get-LogReport {path}", 200), Lines($"Get-LogReport {path} | ForEach-Object {{ {ThereAndBack} }}", 200));
    }

    [Fact]
    public void Response_times_are_shown_where_the_log_tells_them()
    {
        _folder.Write("times.log", "192.0.2.7 - - [24/Jan/2025:07:00:30 +0000] \"GET / HTTP/1.1\" 200 90 0.250");
        string[] lines = Lines($"Get-LogReport '{_folder.Path}/times.log'", 80);
        Assert.Matches(@"^Responses   P50 25\d.*ms   P90 .*   P99 .*   longest 250 ms +90 B sent$", lines[3]);
    }

    [Theory]
    [InlineData("PlainText", false)]
    [InlineData("Ansi", true)]
    public void Colours_are_those_of_PSStyle_and_take_no_room(string rendering, bool coloured)
    {
        _session.Invoke("$PSStyle.OutputRendering = $args[0]", rendering);
        try
        {
            object style = _session.Invoke("$PSStyle").Output.Single();
            string[] shown = Lines("Get-LogReport samples/*", 120, style);
            Assert.Equal(coloured, shown.Any(line => line.Contains('\x1b', StringComparison.Ordinal)));
            Assert.Equal(Lines("Get-LogReport samples/*", 120), shown.Select(line => Sequence().Replace(line, string.Empty)));
            Assert.All(shown, line => Assert.DoesNotContain('\x1b', Painted().Replace(line, string.Empty)));
        }
        finally
        {
            _session.Invoke("$PSStyle.OutputRendering = 'Host'");
        }
    }

    [Theory]
    [InlineData(80)]
    [InlineData(200)]
    public void Nothing_in_a_log_commands_the_terminal(int width)
    {
        _session.Invoke("$global:evil = $args[0]", HostileReports.Write(_folder));
        foreach (string script in new[] { "Get-LogReport -LiteralPath $evil", "Get-LogReport -LiteralPath $evil -Top 500" })
        {
            string shown = string.Join('\n', Lines(script, width));
            Assert.DoesNotContain(shown.EnumerateRunes(), rune => rune.Value != '\n' && ControlCharacters.IsUnsafe(rune));

            // Cutting has left no half of a character: this would throw.
            Assert.True(new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(shown) > 0);
        }
    }

    [Fact]
    public void Wide_characters_take_two_cells_and_long_texts_are_cut()
    {
        _folder.Write("wide.log", $"ERROR {new string('漢', 100)}", $"ERROR {string.Concat(Enumerable.Repeat("🙂", 100))}");
        string[] lines = [.. Lines($"Get-LogReport '{_folder.Path}/wide.log'", 80).Where(line => line.Contains('…', StringComparison.Ordinal))];
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.InRange(line.EnumerateRunes().Sum(rune => rune.Value > 0x2FFF ? 2 : 1), 70, 79));
    }

    [Fact]
    public void Windows_are_a_line_each()
    {
        string shown = _session.Show("Get-LogReport samples/app.log -Every 5m");
        Assert.Matches(@"From +Entries +Errors +Warnings +Rate TopError", shown);
        Assert.Matches(@"2025-05-17 10:05:\d\d +\d+ +\d+ +\d+ +[\d.]+% Payment of order", shown);
    }

    public void Dispose() => _folder.Dispose();

    private string[] Lines(string script, int width, object? style = null) =>
        ReportDashboard.Lines(_session.Invoke(script).Output.Single(), width, RepositoryRoot.Path, style);

    [GeneratedRegex("\x1b\\[[0-9;]*m")]
    private static partial Regex Sequence();

    /// <summary>A span of text with its colour before and a reset behind it.</summary>
    [GeneratedRegex("(\x1b\\[[0-9;]*m)+[^\x1b]+\x1b\\[0m")]
    private static partial Regex Painted();
}
