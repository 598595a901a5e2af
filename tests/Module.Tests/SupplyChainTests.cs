using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LogAnalysis.Commands;
using Xunit;

namespace LogAnalysis.Tests;

/// <summary>What the project takes from others: nothing that is not used, not locked to a hash, or whose licence is not listed.</summary>
public sealed partial class SupplyChainTests
{
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true };

    [Fact]
    public void Every_project_has_its_packages_locked()
    {
        Assert.All(Projects(), project => Assert.True(File.Exists(LockOf(project)), $"{project} has no packages.lock.json."));
        Assert.All(Projects(), project => Assert.DoesNotContain("http", File.ReadAllText(LockOf(project)), StringComparison.Ordinal));
    }

    [Fact]
    public void The_licence_of_every_package_is_listed_and_nothing_else_is()
    {
        string notices = File.ReadAllText(RepositoryRoot.Combine("THIRD-PARTY-NOTICES.md"));
        IEnumerable<string> listed = Row().Matches(notices).Select(row => row.Groups["package"].Value).Where(name => name is not ("package" or "---"));
        Assert.Equal(Projects().SelectMany(LockedPackages).Concat(Projects().SelectMany(Downloads).Select(NameOf)).Concat(Tools()).Distinct().Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_package_that_no_lock_file_names_has_one_exact_version() =>
        Assert.All(Projects().SelectMany(Downloads), package => Assert.Matches(@"^\[[^,;]+\]$", package.Attribute("Version")!.Value));

    [Fact]
    public void Every_version_that_is_stated_is_of_a_package_that_a_project_asks_for()
    {
        Assert.Equal(
            XDocument.Load(RepositoryRoot.Combine("Directory.Packages.props")).Descendants("PackageVersion").Select(NameOf).Order(StringComparer.Ordinal),
            Projects().Append(RepositoryRoot.Combine("tests", "Directory.Build.props")).SelectMany(Asked).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_package_that_the_module_asks_for_is_used_by_it()
    {
        Assert.Equal(["Microsoft.Extensions.FileSystemGlobbing", "PowerShellStandard.Library"], Asked(Project("LogAnalysis.Module")));
        Assert.Superset(new HashSet<string?> { "Microsoft.Extensions.FileSystemGlobbing", "System.Management.Automation" }, References(typeof(LogCommand)));
        Assert.Equal(["HdrHistogram", "SharpCompress", "System.IO.Hashing"], Asked(Project("src/LogAnalysis.Engine")));
        Assert.Superset(new HashSet<string?> { "HdrHistogram", "SharpCompress", "System.IO.Hashing" }, References(typeof(LogEntry)));
    }

    [GeneratedRegex(@"^\| (?<package>\S+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    private static IEnumerable<string> Projects() => Directory.EnumerateFiles(RepositoryRoot.Path, "*.csproj", Everywhere);

    private static string Project(string folder) => Directory.GetFiles(RepositoryRoot.Combine(folder), "*.csproj").Single();

    private static string LockOf(string project) => Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json");

    private static IEnumerable<string> Asked(string project) => XDocument.Load(project).Descendants("PackageReference").Select(NameOf);

    private static IEnumerable<XElement> Downloads(string project) => XDocument.Load(project).Descendants("PackageDownload");

    private static string[] Tools()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(RepositoryRoot.Combine(".config", "dotnet-tools.json")));
        return [.. manifest.RootElement.GetProperty("tools").EnumerateObject().Select(tool => tool.Name)];
    }

    /// <summary>Its name; a star for the part that depends on the machine.</summary>
    private static string NameOf(XElement package) => Property().Replace(package.Attribute("Include")!.Value, "*");

    [GeneratedRegex(@"\$\([^)]*\)")]
    private static partial Regex Property();

    private static HashSet<string?> References(Type type) => [.. type.Assembly.GetReferencedAssemblies().Select(name => name.Name)];

    private static IEnumerable<string> LockedPackages(string project)
    {
        using var locked = JsonDocument.Parse(File.ReadAllBytes(LockOf(project)));
        return [.. locked.RootElement.GetProperty("dependencies").EnumerateObject()
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project")
            .Select(package => package.Name)];
    }
}
