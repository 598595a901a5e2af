using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Views;

public sealed class ViewTests : IClassFixture<ModuleSession>, IDisposable
{
    private readonly ModuleSession _session;
    private readonly TempFolder _folder = new();

    public ViewTests(ModuleSession session)
    {
        _session = session;
        _session.Invoke("Set-Location $args[0]", RepositoryRoot.Path);
    }

    public static TheoryData<string> Commands =>
    [
        "Watch-LogFile samples/app.log -NoFollow", "Measure-LogErrors samples/*", "Get-LogStatusCode samples/access.log",
        "Get-LogStatusCode samples/access.log -Summary", "Get-LogReport samples/*", "(Get-LogReport samples/*).Timeline",
        "(Get-LogReport samples/*).Levels", "Get-LogFormat",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Everything_fits_80_columns_and_shows_no_type_names(string command)
    {
        string shown = _session.Show(command);
        Assert.NotEmpty(shown.Trim());
        Assert.All(shown.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.DoesNotContain("LogAnalysis.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_in_a_log_commands_the_terminal()
    {
        const string Evil = "\x1b]0;title\x07\x1b[2J\u202Eevil\u200B\u009b31m\r\x08";
        _folder.Write("evil.log", $"2025-01-24 07:00:30 ERROR {Evil}", $"\t{Evil}");
        _folder.Write("evil-access.log", $"1.2.3.4{Evil} - - [17/May/2025:10:05:03 +0000] \"G{Evil} /{Evil} HTTP/1.1\" 500 1");
        string evilName = _folder.Write("evil\x1b[31m.log", "ERROR x");
        foreach (string command in new[]
        {
            "Watch-LogFile evil.log -NoFollow", "Measure-LogErrors evil.log", "Get-LogStatusCode evil-access.log", "Get-LogReport evil*",
            "Measure-LogErrors -LiteralPath $evil", "Measure-LogErrors \"$evil.missing\"", "Measure-LogErrors \"*$([char]27)[31m?\"",
        })
        {
            _session.Invoke("Set-Location $args[0]; $global:evil = $args[1]", _folder.Path, evilName);
            string shown = _session.Show(command) + _session.ShownErrors;
            Assert.NotEmpty(shown.Trim());
            Assert.DoesNotContain(shown, c => c != '\n' && (char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format));
        }
    }

    [Fact]
    public void The_text_property_keeps_the_original()
    {
        const string Line = "2025-01-24 07:00:30 ERROR \x1b[31mred\x1b[0m";
        Assert.Equal(Line, _session.Invoke("Watch-LogFile $args[0] -NoFollow", _folder.Write("a.log", Line)).Of<LogEntry>().Single().Text);
    }

    public void Dispose() => _folder.Dispose();
}
