using System.Globalization;
using System.Management.Automation;
using LogAnalysis.Tests.Support;
using LogAnalysis.Text;
using Xunit;

namespace LogAnalysis.Tests.Views;

/// <summary>
/// However PowerShell is asked to show a result, nothing of a log commands the terminal: by a view, without one, by properties that the user
/// names. Only the Text property keeps what the log wrote. The Pester tests have what only a whole PowerShell can do.
/// </summary>
public sealed class HostileShapesTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ModuleSession _session = new(200);

    public HostileShapesTests()
    {
        HostileReports.Write(_folder);
        _session.Invoke("Set-Location $args[0]", _folder.Path);
    }

    public static TheoryData<string> Commands =>
    [
        "Get-LogEntry evil*", "Watch-LogFile evil* -NoFollow", "Get-LogEntry evil* -Merge -Tail 3", "Measure-LogErrors evil*", "Measure-LogErrors evil* -By Pattern",
        "Measure-LogErrors evil* -By Path", "Get-LogStatusCode evil*", "Get-LogStatusCode evil* -Summary", "Get-LogReport evil*", "Get-LogReport evil* -Every 1h",
        "(Get-LogReport evil*).TopUrls", "(Get-LogReport evil*).TopClients", "(Get-LogReport evil*).ErrorPatterns", "Get-LogEntry evil* | Measure-LogErrors -By Pattern",
        "Get-LogStatusCode evil* | Measure-LogErrors -By Pattern", "Get-LogStatusCode evil* | Get-LogReport", "Get-LogReport evil* | Get-LogReport",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Nothing_commands_the_terminal_in_any_shape(string command)
    {
        foreach (string shape in new[]
        {
            "{0}", "[version]'1.2'; {0}", "{0} | ForEach-Object {{ \"$_\" }}",
            "{0} | ForEach-Object {{ $_.Message, $_.LastMessage, $_.Url, $_.Client, $_.Name, $_.Example, $_.Value, $_.Path, $_.Paths }}",
        })
        {
            string script = string.Format(CultureInfo.InvariantCulture, shape, command);
            string shown = _session.Show(script);
            Assert.Empty(_session.ShownErrors);
            AssertInert(script, shown);
        }
    }

    [Fact]
    public void The_text_keeps_what_the_log_wrote_and_what_is_made_of_it_is_escaped()
    {
        const string Line = "2025-01-24 07:00:30 ERROR red \b\x07 and \u202Eback\tand so on";
        string path = _folder.Write("a.log", Line);
        LogEntry entry = _session.Invoke("Get-LogEntry $args[0]", path).Of<LogEntry>().Single();
        Assert.Equal(Line, entry.Text);
        Assert.EndsWith(@"red \x08\x07 and \u202eback" + "\tand so on", entry.Message, StringComparison.Ordinal);
        Assert.Equal(entry.Message, _session.Invoke("Measure-LogErrors $args[0]", path).Of<LogErrorSummary>().Single().LastMessage);
        Assert.Equal(entry.Message, _session.Invoke("Measure-LogErrors $args[0] -By Pattern", path).Of<LogErrorGroup>().Single().Example);
    }

    [Fact]
    public void Lines_and_tabs_of_a_message_stay_for_scripts()
    {
        string path = _folder.Write("a.log", """{"time":"2025-01-24T07:10:00Z","level":"error","msg":"one\r\ntwo\tthree\rover\u001b[2J"}""");
        Assert.Equal("one\r\ntwo\tthree\\x0dover\\x1b[2J", _session.Invoke("Get-LogEntry $args[0]", path).Of<LogEntry>().Single().Message);
    }

    [Theory]
    [InlineData("Get-LogEntry -LiteralPath $evil")]
    [InlineData("Measure-LogErrors -LiteralPath $evil")]
    [InlineData("Get-LogReport -LiteralPath $evil")]
    [InlineData("Watch-LogFile -LiteralPath $evil -NoFollow")]
    [InlineData("Get-LogEntry \"[$evil\"")]
    [InlineData("Get-LogEntry \"$evil/**/x\"")]
    [InlineData("Get-LogEntry a.log -Format $evil")]
    [InlineData("Get-LogEntry a.log -Pattern \"($evil\"")]
    [InlineData("Get-LogStatusCode a.log -Code $evil")]
    [InlineData("$evil | Watch-LogFile")]
    [InlineData("$evil | Export-LogReport x.html")]
    [InlineData("Get-LogFormat $evil")]
    [InlineData("Register-LogFormat -Name $evil -Pattern x")]
    [InlineData("Register-LogFormat -Name x -Pattern $evil")]
    [InlineData("Watch-LogFile a.log -CheckpointPath \"nowhere/$evil\" -NoFollow")]
    [InlineData("Get-LogReport a.log | Export-LogReport \"nowhere/$evil.html\"")]
    [InlineData("Get-LogReport a.log | Export-LogReport \"$evil\"")]
    public void An_error_says_nothing_that_commands_the_terminal_in_any_of_its_parts(string script)
    {
        _folder.Write("a.log", "ERROR x");
        const string Evil = "no\x1b]0;title\x07\x1b[2J\u202E\u200B\u009b31m\r\b\U000E0041";
        ModuleSession.Result result = _session.Invoke($"$evil = $args[0]; try {{ {script} }} catch {{ $_ }}", Evil);
        ErrorRecord error = Assert.Single(result.Output.Select(item => item.BaseObject).OfType<ErrorRecord>().Concat(result.Errors));
        foreach (string? part in new[]
        {
            error.ToString(), error.Exception.Message, error.ErrorDetails?.Message, error.CategoryInfo.ToString(), error.CategoryInfo.TargetName,
            error.TargetObject as string, error.CategoryInfo.GetMessage(CultureInfo.InvariantCulture),
        })
        {
            AssertInert(script, part ?? string.Empty);
        }

        // Whatever is public of an exception, Get-Error shows.
        for (Exception? exception = error.Exception; exception is not null; exception = exception.InnerException)
        {
            foreach (System.Reflection.PropertyInfo property in exception.GetType().GetProperties().Where(property => property.PropertyType == typeof(string) && property.Name != "StackTrace"))
            {
                AssertInert($"{script}: {property.Name}", (string?)property.GetValue(exception) ?? string.Empty);
            }
        }
    }

    [Fact]
    public void A_registered_pattern_is_shown_and_not_obeyed()
    {
        string script = "Register-LogFormat -Name hostileshape -Force -Pattern ('x' + [char]27 + ']0;t' + [char]7 + '(?<level>[A-Z]+)!!')";
        _session.Invoke(script);
        foreach (string shape in new[] { "Get-LogFormat hostileshape", "Get-LogFormat hostileshape | Format-List *" })
        {
            AssertInert(shape, _session.Show(shape));
        }
    }

    [Fact]
    public void No_name_of_a_format_ends_with_a_line_end() =>
        Assert.StartsWith(
            "InvalidFormatName,",
            _session.Invoke("try { Register-LogFormat -Name \"x`n\" -Pattern '(?<level>x)' } catch { $_.FullyQualifiedErrorId }").Output.Single().ToString(),
            StringComparison.Ordinal);

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    /// <summary>Line ends and tabs are layout. The session shows no colours.</summary>
    private static void AssertInert(string what, string shown)
    {
        foreach (System.Text.Rune character in shown.EnumerateRunes())
        {
            if (character.Value is not ('\n' or '\t') && ControlCharacters.IsUnsafe(character))
            {
                Assert.Fail($"{what} shows U+{character.Value:X4}: {shown[..Math.Min(shown.Length, 2000)].Replace("\x1b", "<ESC>", StringComparison.Ordinal)}");
            }
        }
    }
}
