using System.Diagnostics;
using Xunit;

namespace LogAnalysis.Tests;

/// <summary>
/// In a session with another module that brought another version of the same library: whichever comes first, both work. The libraries are
/// loaded on first use, so each script uses the one module before it imports the other.
/// </summary>
public sealed class NeighbourTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("Older", 6)]
    [InlineData("Newer", 10)]
    public void The_module_works_beside_one_that_came_before(string name, int version)
    {
        Assert.Equal([$"{version}: 1", "2", "P99"], Run(ImportNeighbour(name), UseNeighbour, ImportModule, UseModule));
    }

    [Theory]
    [InlineData("Older", 6)]
    [InlineData("Newer", 10)]
    public void One_that_comes_after_the_module_works_beside_it(string name, int version)
    {
        Assert.Equal(["2", "P99", $"{version}: 1", "2", "P99"], Run(ImportModule, UseModule, ImportNeighbour(name), UseNeighbour, UseModule));
    }

    public void Dispose() => _folder.Dispose();

    private static string ImportModule => $"Import-Module '{RepositoryRoot.Combine("LogAnalysis.psd1")}'";

    /// <summary>A glob needs the one library, response times the other.</summary>
    private string UseModule => $"$report = Get-LogReport '{_folder.Combine("**/*.log")}'; $report.Entries; if ($report.ResponseTime.P99) {{ 'P99' }}";

    private string UseNeighbour => $"Find-NeighbourFile '{_folder.Path}'";

    private static string ImportNeighbour(string name) =>
        $"Import-Module '{RepositoryRoot.Combine("tests", "Neighbours", name, "bin", $"{name}Neighbour.dll")}'";

    private string[] Run(params string[] script)
    {
        _folder.Write("deep/app.log", "level=info method=GET path=/a status=200 duration=1.5s", "level=info method=GET path=/b status=200 duration=2s");
        string host = Path.Combine(
            RepositoryRoot.Combine("tests", "Neighbours", "Session", "bin"), Path.GetRelativePath(RepositoryRoot.Combine("tests", "Module.Tests", "bin"), AppContext.BaseDirectory), "NeighbourSession.dll");
        using Process session = Process.Start(new ProcessStartInfo("dotnet", [host, string.Join('\n', script)]) { RedirectStandardOutput = true })!;
        string output = session.StandardOutput.ReadToEnd();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
