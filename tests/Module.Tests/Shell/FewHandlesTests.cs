using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace LogAnalysis.Tests.Shell;

/// <summary>A thousand logs, and a process that may open a few files more than the shell itself needs, which are some 140.</summary>
public sealed class FewHandlesTests : IDisposable
{
    private const int More = 24;
    private const int Files = 1000;

    private static readonly Lazy<int> Needed = new(() =>
        int.Parse(Run("[IO.Directory]::GetFileSystemEntries('/dev/fd').Count", "unlimited").Output, CultureInfo.InvariantCulture));

    private readonly TempFolder _folder = new();

    public FewHandlesTests()
    {
        for (int i = 0; i < Files; i++)
        {
            _folder.Write($"{i:D4}.log", $"2025-01-24 07:00:30 ERROR file {i}");
        }
    }

    [Theory]
    [InlineData("Watch-LogFile -Path '{0}' -NoFollow | Measure-LogErrors")]
    [InlineData("Watch-LogFile -Path '{0}' -FromStart -IdleTimeout 3s | Measure-LogErrors")]
    [InlineData("Measure-LogErrors -Path '{0}' -Total")]
    [InlineData("Get-LogReport -Path '{0}'")]
    [InlineData("Get-LogEntry -Path '{0}' | Measure-LogErrors")]
    public void Every_file_is_read(string command)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string script = $"@({string.Format(null, command, _folder.Combine("*.log"))})[-1].Errors";
        Assert.Equal(($"{Files}", string.Empty), Run(script, Limit));
    }

    [Fact]
    public void What_comes_while_a_thousand_files_are_followed_comes_once()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string path = _folder.Combine("0999.log");
        string script = $$"""
            $lines = [Collections.Generic.List[string]]::new()
            Watch-LogFile -Path '{{_folder.Combine("*.log")}}' -FromStart -IdleTimeout 5s | ForEach-Object {
                $lines.Add($_.Text)
                if ($lines.Count -eq {{Files}}) {
                    [IO.File]::AppendAllText('{{_folder.Combine("0000.log")}}', "late 0`n")
                    [IO.File]::Move('{{path}}', '{{path}}.1')
                    [IO.File]::AppendAllText('{{path}}.1', "late 1`n")
                    [IO.File]::AppendAllText('{{path}}', "late 2`n")
                }
            }
            "$($lines.Count) $(@([Collections.Generic.HashSet[string]]::new($lines)).Count)"
            """;
        Assert.Equal(($"{Files + 3} {Files + 3}", string.Empty), Run(script, Limit));
    }

    [Fact]
    public void Where_not_even_one_more_can_be_opened_each_file_has_a_clear_error()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // The process opens the same file until it can no more, and reads then.
        string script = $$"""
            $null = Measure-LogErrors -Path '{{_folder.Combine("0000.log")}}'
            $taken = [Collections.Generic.List[object]]::new()
            try { while ($true) { $taken.Add([IO.File]::OpenRead('/dev/null')) } } catch { }
            $null = Measure-LogErrors -Path '{{_folder.Combine("0000.log")}}', '{{_folder.Combine("0001.log")}}' -ErrorVariable failed -ErrorAction SilentlyContinue
            "$($failed.FullyQualifiedErrorId -replace ',.*')"
            """;
        Assert.Equal("TooManyOpenFiles TooManyOpenFiles", Run(script, Limit).Output);
    }

    public void Dispose() => _folder.Dispose();

    private static string Limit => (Needed.Value + More).ToString(CultureInfo.InvariantCulture);

    private static (string Output, string Errors) Run(string script, string limit)
    {
        string shell = Path.Combine(AppContext.BaseDirectory, "LogAnalysis.Shell.dll");
        using Process process = Process.Start(new ProcessStartInfo("bash", ["-c", $"ulimit -n {limit} || ulimit -n $(ulimit -H -n); exec dotnet \"$0\" \"$1\"", shell, script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        return (process.StandardOutput.ReadToEnd().Trim(), errors.Result.Trim());
    }
}
