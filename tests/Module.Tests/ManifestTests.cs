using System.Management.Automation;
using System.Xml.Linq;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests;

public sealed class ManifestTests(ModuleSession session) : IClassFixture<ModuleSession>
{
    [Fact]
    public void The_module_exports_exactly_its_commands()
    {
        PSObject module = session.Invoke("Get-Module LogAnalysis").Output.Single();
        Assert.Equal(
            ["Export-LogReport", "Get-LogEntry", "Get-LogFormat", "Get-LogReport", "Get-LogStatusCode", "Measure-LogErrors", "Register-LogFormat", "Watch-LogFile"],
            session.Invoke("(Get-Module LogAnalysis).ExportedCmdlets.Keys").Output.Select(name => name.ToString()).Order());
        Assert.Equal("Measure-LogError", session.Invoke("(Get-Module LogAnalysis).ExportedAliases.Keys").Output.Single().ToString());
        Assert.Equal(VersionOfBuild(), module.Properties["Version"].Value.ToString());
    }

    [Fact]
    public void The_built_module_ships_its_own_assemblies_and_two_libraries_and_nothing_else()
    {
        string bin = RepositoryRoot.Combine("LogAnalysis.Module", "bin");
        Assert.Equal(
            ["HdrHistogram.dll", "LogAnalysis.Engine.dll", "LogAnalysis.Module.dll", "Microsoft.Extensions.FileSystemGlobbing.dll"],
            Directory.EnumerateFiles(bin, "*.dll", SearchOption.AllDirectories).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_command_says_what_it_writes()
    {
        foreach (PSObject command in session.Invoke("Get-Command -Module LogAnalysis -CommandType Cmdlet").Output)
        {
            Assert.NotEmpty(((CmdletInfo)command.BaseObject).OutputType);
        }
    }

    private static string VersionOfBuild() =>
        XDocument.Load(RepositoryRoot.Combine("Directory.Build.props")).Descendants("Version").Single().Value;
}
