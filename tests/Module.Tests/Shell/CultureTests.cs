using System.Diagnostics;
using Xunit;

namespace LogAnalysis.Tests.Shell;

/// <summary>
/// Where digits, separators, calendars and the case of letters are others, results are the same: as objects, in every form of export, in
/// checkpoints, in errors. Each culture is that of a process, as a user sets it.
/// </summary>
public sealed class CultureTests : IDisposable
{
    private static readonly string Script = """
        $folder = $args[0]
        [Globalization.CultureInfo]::CurrentCulture.Name
        $report = Get-LogReport "$folder/*.log" -Top 5
        foreach ($as in 'Html', 'Json', 'Csv', 'Markdown') {
            Export-LogReport -InputObject $report -Path "$folder/out/report-$as.txt" -As $as
            foreach ($file in [IO.Directory]::GetFiles("$folder/out") | Sort-Object) { if ($file -like "*report-$as*") { [IO.File]::ReadAllText($file) } }
        }
        $invariant = [Globalization.CultureInfo]::InvariantCulture
        function Show($object) { foreach ($item in $object) { foreach ($p in $item.PSObject.Properties) { "$($p.Name)=$([Convert]::ToString($p.Value, $invariant))" } } }
        Show (Measure-LogErrors "$folder/*.log")
        Show (Measure-LogErrors "$folder/*.log" -By Pattern)
        Show (Measure-LogErrors "$folder/*.log" -By Level)
        Show (Measure-LogErrors "$folder/*.log" -Every 1m -MinimumLevel warning)
        Show (Get-LogStatusCode "$folder/*.log")
        Show (Get-LogEntry "$folder/*.log" -Since '2025-01-24 07:00:31Z' -Until '2025-01-24T08:00:00Z' -MinimumLevel information)
        Show (Get-LogEntry "$folder/*.log" -Level INFORMATION, critical)
        Show (Watch-LogFile "$folder/*.log" -NoFollow -CheckpointPath "$folder/state.json")
        [IO.File]::ReadAllText("$folder/state.json") -replace '"(seen|born|file|device)": [^,]*'
        Measure-LogErrors "$folder/none.log", $folder -ErrorVariable failed -ErrorAction SilentlyContinue
        foreach ($f in $failed) { $f.FullyQualifiedErrorId; $f.Exception.Message }
        """.Replace(" | Sort-Object", string.Empty, StringComparison.Ordinal);

    private readonly TempFolder _folder = new();

    public CultureTests()
    {
        _folder.Write(
            "app.log",
            "2025-01-24 07:00:30,250 INFO ordering İstanbul in 1,5 s",
            "2025-01-24 07:00:31.500 WARNING disk at 91.5 %",
            "2025-01-24 07:00:32 Critical failure: INVALID INDEX ıi",
            "Jan 24 07:00:33 host app[12]: WARN mail is late",
            "1737702034.5 error no 12",
            "level=INFO ts=2025-01-24T07:00:35Z msg=\"in time\" duration=1.25ms status=503 method=GET path=/i",
            "{\"@t\":\"2025-01-24T07:00:36Z\",\"@l\":\"Information\",\"@m\":\"ID İ\"}");
        _folder.Write(
            "access.log",
            "10.0.0.1 - - [24/Jan/2025:07:00:37 +0000] \"GET /index.html HTTP/1.1\" 200 1234 \"-\" \"curl\" 0.125",
            "10.0.0.2 - - [24/Jan/2025:07:00:38 +0000] \"GET /I HTTP/1.1\" 503 99 \"-\" \"curl\" 1.5");
        Directory.CreateDirectory(_folder.Combine("out"));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void Results_are_the_same_in(string culture)
    {
        string[] expected = Run("en-US");
        Assert.True(expected.Length > 200, string.Join('\n', expected));
        Assert.Equal(expected, Run(culture));
    }

    public void Dispose() => _folder.Dispose();

    private string[] Run(string culture)
    {
        foreach (string file in Directory.GetFiles(_folder.Path, "state.json*").Concat(Directory.GetFiles(_folder.Combine("out"))))
        {
            File.Delete(file);
        }

        string script = _folder.WriteText("script.ps1", Script);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "LogAnalysis.Shell.dll"), "-File", script, _folder.Path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LANG"] = start.Environment["LC_ALL"] = culture.Replace('-', '_') + ".UTF-8";
        using Process shell = Process.Start(start)!;
        Task<string> errors = shell.StandardError.ReadToEndAsync();
        string[] lines = shell.StandardOutput.ReadToEnd().Split('\n');
        Assert.Equal(string.Empty, errors.Result);
        Assert.Equal(culture, lines[0].Trim());
        return lines[1..];
    }
}
