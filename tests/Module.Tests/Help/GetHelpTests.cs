using System.Management.Automation;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Help;

/// <summary><c>Get-Help</c> knows all about each command, without a network or a browser.</summary>
public sealed class GetHelpTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    public static IEnumerable<object[]> Commands =>
        Directory.EnumerateFiles(RepositoryRoot.Combine("docs", "commands"), "*.md").Select(page => new object[] { Path.GetFileNameWithoutExtension(page) });

    [Theory]
    [MemberData(nameof(Commands))]
    public void It_says_what_a_command_does_takes_and_writes(string command)
    {
        string full = session.Show($"Get-Help {command} -Full");
        Assert.All(["NAME", "SYNOPSIS", "SYNTAX", "DESCRIPTION", "PARAMETERS", "INPUTS", "OUTPUTS", "RELATED LINKS"], part => Assert.Contains($"\n{part}\n", full, StringComparison.Ordinal));
        Assert.Contains("PS> ", full, StringComparison.Ordinal);
        Assert.Contains("about_LogAnalysis", full, StringComparison.Ordinal);
        Assert.NotEmpty(Evaluate($"(Get-Help {command}).Synopsis").Trim());
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void It_says_of_each_parameter_what_it_means_and_what_its_default_is(string command)
    {
        string[] parameters = [.. session.Invoke($"(Get-Command {command}).Parameters.Keys").Output.Select(name => name.ToString()).Except(Cmdlet.CommonParameters)];
        PSObject[] documented = [.. session.Invoke($"Get-Help {command} -Parameter *").Output];
        Assert.Equal(parameters.Order(StringComparer.Ordinal), documented.Select(help => Text(help, "name")).Order(StringComparer.Ordinal));
        Assert.All(documented, help =>
        {
            Assert.NotEmpty(Text(help, "defaultValue"));
            Assert.NotEmpty(((PSObject[])help.Properties["description"].Value)[0].Properties["Text"].Value.ToString()!);
        });
    }

    [Fact]
    public void It_says_what_PowerShell_does_with_a_parameter()
    {
        PSObject path = session.Invoke("Get-Help Get-LogEntry -Parameter Path").Output.Single();
        Assert.Equal(("true", "0", "true", "none"), (Text(path, "required"), Text(path, "position"), Text(path, "globbing"), Text(path, "aliases")));
        PSObject input = session.Invoke("Get-Help Get-LogEntry -Parameter InputObject").Output.Single();
        Assert.Equal("true (ByValue)", Text(input, "pipelineInput"));
        Assert.Equal("PSPath, LP", Text(session.Invoke("Get-Help Get-LogEntry -Parameter LiteralPath").Output.Single(), "aliases"));
        Assert.Contains("Values: Pattern, Level, Path, StatusCode.", session.Show("Get-Help Measure-LogErrors -Parameter By"), StringComparison.Ordinal);
    }

    [Fact]
    public void It_lists_every_way_to_call_a_command()
    {
        string help = session.Show("Get-Help Export-LogReport");
        Assert.Contains("Export-LogReport [-Path] <String>", help, StringComparison.Ordinal);
        Assert.Contains("Export-LogReport -LiteralPath <String>", help, StringComparison.Ordinal);
        Assert.Contains("[-As {Html | Json | Csv | Markdown}]", Unwrap(help), StringComparison.Ordinal);
        Assert.Contains("[-WhatIf] [-Confirm]", Unwrap(help), StringComparison.Ordinal);
    }

    [Fact]
    public void It_has_a_topic_about_the_module_that_names_every_command()
    {
        string topic = session.Show("Get-Help about_LogAnalysis");
        Assert.All(Commands, command => Assert.Contains((string)command[0], topic, StringComparison.Ordinal));
        Assert.All(topic.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    private string Evaluate(string script) => session.Invoke(script).Output.Single().ToString();

    /// <summary>Takes away line ends that the width of the console has brought, which may be in the middle of a word.</summary>
    private static string Unwrap(string text) => text.Replace("\n    ", string.Empty, StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal);

    private static string Text(PSObject help, string property) => help.Properties[property]?.Value?.ToString() ?? string.Empty;
}
