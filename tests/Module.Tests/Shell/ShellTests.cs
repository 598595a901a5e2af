using LogAnalysis.Shell;
using LogAnalysis.Shell.Hosting;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Shell;

/// <summary>The embedded shell: what it prints where, and with which exit code it ends.</summary>
public sealed class ShellTests : IClassFixture<ModuleSession>, IDisposable
{
    private readonly ModuleSession _session;
    private readonly TempFolder _folder = new();

    public ShellTests(ModuleSession session) => _session = session;

    [Theory]
    [InlineData("1 + 1", 0, "2\n", "")]
    [InlineData("'a', 'b' | Where-Object { $_ -eq 'b' }", 0, "b\n", "")]
    [InlineData("throw 'no'", 1, "", "no\n")]
    [InlineData("1; throw 'no'; 2", 1, "1\n", "no\n")]
    [InlineData("Measure-LogErrors /no/such.log", 1, "", "Measure-LogErrors: The file '/no/such.log' does not exist.\n")]
    [InlineData("Measure-LogErrors /no/such.log; 1", 0, "1\n", "Measure-LogErrors: The file '/no/such.log' does not exist.\n")]
    [InlineData("Measure-LogErrors /no/such.log -ErrorAction Stop; 1", 1, "", "The file '/no/such.log' does not exist.\n")]
    public void A_script_shows_output_and_errors_apart_and_ends_with_a_code(string script, int code, string output, string errors)
    {
        Assert.Equal(output, _session.Show(script));
        Assert.EndsWith(errors, _session.ShownErrors, StringComparison.Ordinal);
        Assert.Equal(code, _session.LastExitCode);
    }

    [Theory]
    [InlineData("exit 3", 3)]
    [InlineData("exit 0", 0)]
    [InlineData("1; exit 7; 2", 7)]
    public void Exit_N_is_honoured(string script, int code)
    {
        using var session = new ModuleSession();
        session.Show(script);
        Assert.Equal(code, session.LastExitCode);
    }

    [Theory]
    [InlineData("param($name) \"got $name $PSScriptRoot\"; exit 5", 5)]
    [InlineData("param($name) \"got $name $PSScriptRoot\"", 0)]
    [InlineData("param($name) \"got $name $PSScriptRoot\"; throw 'x'", 1)]
    [InlineData("param($name) \"got $name $PSScriptRoot\"; Measure-LogErrors /no/such.log", 0)]
    public void A_script_file_gets_its_arguments_and_gives_its_exit_code(string script, int code)
    {
        using var output = new StringWriter();
        using var shell = new ShellSession(new ShellConsole(output, TextWriter.Null, 80));
        Assert.Equal(code, shell.RunFile(_folder.WriteText("s.ps1", script), ["me"]));
        Assert.Equal($"got me {_folder.Path}", output.ToString().TrimEnd());
    }

    [Theory]
    [InlineData("param($Name, [switch]$Loud) \"$Name $Loud\"", "-Name bob -Loud", "bob True")]
    [InlineData("param($Name, [switch]$Loud) \"$Name $Loud\"", "-Loud -Name:bob", "bob True")]
    [InlineData("param($Name, [switch]$Loud) \"$Name $Loud\"", "bob", "bob False")]
    [InlineData("begin { 'b' } process { 'p' } end { 'e' }", "", "b p e")]
    [InlineData("$args -join '+'", "1 2", "1+2")]
    public void A_script_files_arguments_bind_as_if_typed(string script, string arguments, string expected)
    {
        using var output = new StringWriter();
        using var shell = new ShellSession(new ShellConsole(output, TextWriter.Null, 80));
        Assert.Equal(0, shell.RunFile(_folder.WriteText("s.ps1", script), arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(expected, string.Join(' ', output.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void The_outcome_of_one_run_is_not_that_of_the_next()
    {
        using var shell = new ShellSession(new ShellConsole(TextWriter.Null, TextWriter.Null, 80));
        Assert.Equal(1, shell.Run("Measure-LogErrors /no/such.log"));
        Assert.Equal(0, shell.RunFile(_folder.WriteText("s.ps1", "1"), []));
    }

    [Fact]
    public void An_argument_that_the_script_does_not_take_ends_it()
    {
        using var errors = new StringWriter();
        using var shell = new ShellSession(new ShellConsole(TextWriter.Null, errors, 80));
        Assert.Equal(1, shell.RunFile(_folder.WriteText("s.ps1", "[CmdletBinding()] param($Name) 'ran'"), ["-Nmae", "bob"]));
        Assert.Contains("Nmae", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_is_one_throttled_line_that_cannot_command_the_terminal()
    {
        using var terminal = new StringWriter();
        var progress = new ProgressLine(terminal, 40);
        progress.Show(new System.Management.Automation.ProgressRecord(1, "Reading", "a\x1b[2J" + new string('x', 80)) { PercentComplete = 5 });
        string shown = terminal.ToString();
        progress.Show(new System.Management.Automation.ProgressRecord(1, "Reading", "b"));
        Assert.Equal(shown, terminal.ToString());
        Assert.StartsWith("Reading: 5% a?[2Jx", shown, StringComparison.Ordinal);
        Assert.Equal(39, shown.Length);
        progress.Erase();
        Assert.EndsWith("\r", terminal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 +", "line:1: ")]
    [InlineData("'a'\nif (", "line:2: ")]
    public void A_mistake_in_a_script_is_shown_with_its_line(string script, string place)
    {
        _session.Show(script);
        Assert.StartsWith(place, _session.ShownErrors, StringComparison.Ordinal);
        Assert.Equal(1, _session.LastExitCode);
    }

    [Theory]
    [InlineData("1 | Format-Table", "Format-Table")]
    [InlineData("1 | select-object -First 1", "Select-Object")]
    [InlineData("Get-Item /", "Get-Item")]
    [InlineData("Microsoft.PowerShell.Utility\\Write-Output 1", "Write-Output")]
    [InlineData("Start-Transcript", "Start-Transcript")]
    public void A_command_that_only_PowerShell_7_has_is_named_in_one_line(string script, string command)
    {
        _session.Show(script);
        string line = Assert.Single(_session.ShownErrors.TrimEnd().Split('\n'));
        Assert.StartsWith(command, line, StringComparison.Ordinal);
        Assert.Contains("PowerShell 7", line, StringComparison.Ordinal);
        Assert.Equal(1, _session.LastExitCode);
    }

    [Fact]
    public void Warnings_go_to_the_error_stream()
    {
        _session.Show("& { [CmdletBinding()] param() $PSCmdlet.WriteWarning('careful') }");
        Assert.Equal("WARNING: careful\n", _session.ShownErrors);
    }

    [Fact]
    public async Task Lines_are_shown_as_they_come()
    {
        string path = _folder.Write("a.log", "one");
        using var output = new StringWriter();
        using var shell = new ShellSession(new ShellConsole(TextWriter.Synchronized(output), TextWriter.Null, 80));
        Task<int> running = Task.Run(() => shell.Run($"Watch-LogFile '{path}' -FromStart | ForEach-Object Text"));
        Assert.True(SpinWait.SpinUntil(() => output.ToString().Contains("one", StringComparison.Ordinal), TimeSpan.FromSeconds(20)));
        Assert.True(SpinWait.SpinUntil(shell.TryStop, TimeSpan.FromSeconds(20)));
        Assert.Equal(130, await running.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Theory]
    [InlineData(new string[0], null, null, false)]
    [InlineData(new[] { "Get-LogReport a.log" }, "Get-LogReport a.log", null, false)]
    [InlineData(new[] { "Get-LogReport", "a.log" }, "Get-LogReport a.log", null, false)]
    [InlineData(new[] { "-Command", "1", "+", "1" }, "1 + 1", null, false)]
    [InlineData(new[] { "-File", "s.ps1", "-a", "b" }, null, "s.ps1", false)]
    [InlineData(new[] { "--help" }, null, null, true)]
    public void The_command_line_says_what_to_run(string[] arguments, string? command, string? file, bool help)
    {
        Assert.Null(ShellOptions.TryParse(arguments, out ShellOptions options));
        Assert.Equal((command, file, help), (options.Command, options.File, options.Help));
    }

    [Theory]
    [InlineData("-File")]
    [InlineData("-Command")]
    [InlineData("-Colour")]
    public void A_wrong_command_line_is_named(string argument) =>
        Assert.Contains(argument, ShellOptions.TryParse([argument], out _), StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();
}
