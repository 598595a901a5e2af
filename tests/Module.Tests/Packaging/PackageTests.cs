using System.Diagnostics;
using System.Management.Automation;
using System.Reflection;
using System.Text;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Packaging;

public sealed class PackageTests(Package package, ModuleSession session) : IClassFixture<Package>, IClassFixture<ModuleSession>
{
    private static readonly string[] Files =
    [
        "HdrHistogram.dll", "LICENSE", "LogAnalysis.Engine.dll", "LogAnalysis.Module.dll", "LogAnalysis.psd1", "LogAnalysis.types.ps1xml",
        "LogEntry.format.ps1xml", "LogErrorGroup.format.ps1xml", "LogErrorSummary.format.ps1xml", "LogFormat.format.ps1xml",
        "LogReport.format.ps1xml", "LogReportParts.format.ps1xml", "LogStatusCode.format.ps1xml", "Microsoft.Extensions.FileSystemGlobbing.dll",
        "THIRD-PARTY-NOTICES.md", "en-US/LogAnalysis.Module.dll-Help.xml", "en-US/about_LogAnalysis.help.txt",
    ];

    [Fact]
    public void It_holds_the_module_its_views_its_help_and_its_licences_and_nothing_else() =>
        Assert.Equal(
            Files.Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(package.Path, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(package.Path, file).Replace('\\', '/')).Order(StringComparer.Ordinal));

    [Fact]
    public void Its_folder_and_its_assemblies_have_the_manifest_s_version()
    {
        string version = Read().Version.ToString();
        Assert.Equal(version, Path.GetFileName(package.Path));
        Assert.Equal(version, AssemblyName.GetAssemblyName(Path.Combine(package.Path, "LogAnalysis.Module.dll")).Version!.ToString(fieldCount: 3));
    }

    [Fact]
    public void Its_manifest_says_what_a_gallery_shows()
    {
        PSModuleInfo manifest = Read();
        Assert.NotEmpty(manifest.Author);
        Assert.NotEmpty(manifest.Description);
        Assert.NotEmpty(manifest.ReleaseNotes);
        Assert.NotEmpty(manifest.Tags);
        Assert.All(new[] { manifest.ProjectUri, manifest.LicenseUri }, uri => Assert.Equal(Uri.UriSchemeHttps, uri.Scheme));
        Assert.Equal(new Version(7, 4), manifest.PowerShellVersion);
    }

    [Fact]
    public void Its_own_assemblies_do_not_say_where_they_were_built()
    {
        foreach (string assembly in Directory.EnumerateFiles(package.Path, "LogAnalysis.*.dll"))
        {
            byte[] bytes = File.ReadAllBytes(assembly);
            Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(RepositoryRoot.Path)));
            Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(RepositoryRoot.Path)));
        }
    }

    [Fact]
    public void A_fresh_process_imports_it_and_reports()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = RepositoryRoot.Combine("samples") };
        Array.ForEach(
            [Path.Combine(AppContext.BaseDirectory, "LogAnalysis.Shell.dll"), "-Module", package.Manifest, "(Get-Module LogAnalysis).Path; Get-LogReport access.log"],
            start.ArgumentList.Add);
        using Process shell = Process.Start(start)!;
        string output = shell.StandardOutput.ReadToEnd();
        Assert.StartsWith(Path.Combine(package.Path, "LogAnalysis.Module.dll"), output, StringComparison.Ordinal);
        Assert.Contains("503: 4, 500: 3", output, StringComparison.Ordinal);
    }

    private PSModuleInfo Read() => session.Invoke("Test-ModuleManifest $args[0]", package.Manifest).Of<PSModuleInfo>().Single();
}
