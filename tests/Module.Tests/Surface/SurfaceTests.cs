using System.Management.Automation;
using System.Reflection;
using LogAnalysis.Commands;
using PublicApiGenerator;
using Xunit;

namespace LogAnalysis.Tests.Surface;

/// <summary>What scripts and programs rely on changes only where somebody has seen that it does.</summary>
public sealed class SurfaceTests
{
    [Fact]
    public void The_engine_s_types_are_those_that_were_approved() => Approved.Check("engine.txt", Describe(typeof(LogEntry).Assembly));

    [Fact]
    public void The_module_s_types_are_those_that_were_approved() => Approved.Check("module.txt", Describe(typeof(GetLogEntryCommand).Assembly));

    [Fact]
    public void A_difference_is_told_with_what_it_belongs_to()
    {
        string[] before = ["class A", "    int One;", "    int Two;", "class B", "    int Three;"];
        string[] after = ["class A", "    int One;", "class B", "    int Three;", "    int Four;"];
        Assert.Equal(["  class A", "-     int Two;", "  class B", "+     int Four;"], LineDiff.Between(before, after));
    }

    /// <summary>The public types, without PowerShell's attributes: what those mean, the Pester tests tell by the list of commands.</summary>
    private static string Describe(Assembly assembly) => assembly.GeneratePublicApi(new ApiGeneratorOptions
    {
        IncludeAssemblyAttributes = false,
        ExcludeAttributes = [.. typeof(PSObject).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Attribute))).Select(type => type.FullName!)],
    });
}
