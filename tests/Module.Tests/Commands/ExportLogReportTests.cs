using System.Management.Automation;
using System.Text.Json;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Commands;

public sealed class ExportLogReportTests : IClassFixture<ModuleSession>, IDisposable
{
    /// <summary>What becomes of an object that a job, a file or another machine gives back.</summary>
    private const string ThereAndBack = "[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_))";

    private static readonly string[] Names = ["app", "access", "note"];

    private readonly ModuleSession _session;
    private readonly TempFolder _folder = new();

    public ExportLogReportTests(ModuleSession session)
    {
        _session = session;
        _folder.Write("app.log", "2025-01-24T07:00:10Z ERROR [main] shop: order 17 failed", "2025-01-24T07:00:20Z INFO [main] shop: fine");
        _folder.Write("access.log", "192.0.2.7 - - [24/Jan/2025:07:00:30 +0000] \"GET /a HTTP/1.1\" 500 90 0.250", "192.0.2.8 - - [24/Jan/2025:07:00:31 +0000] \"GET /b HTTP/1.1\" 200 10 0.010");
        _folder.Write("old.md", "old");
        _folder.Write("note.log", "ERROR x");
        Directory.CreateDirectory(_folder.Combine("folder.md"));
        _session.Invoke("Set-Location $args[0]", _folder.Path);
    }

    [Theory]
    [InlineData("report.html", "<!DOCTYPE html>")]
    [InlineData("report.HTM", "<!DOCTYPE html>")]
    [InlineData("report.json", "{")]
    [InlineData("report.csv", "Summary")]
    [InlineData("report.md", "# Log report")]
    [InlineData("report.markdown", "# Log report")]
    [InlineData("report.txt -As Csv", "Summary")]
    [InlineData("report -As Html", "<!DOCTYPE html>")]
    [InlineData("report.html -As Json", "{")]
    public void What_is_written_is_what_the_extension_says_unless_somebody_else_says(string arguments, string begins)
    {
        Assert.Empty(_session.Invoke($"Get-LogReport *.log | Export-LogReport {arguments}").Of<object>());
        Assert.StartsWith(begins, File.ReadAllText(_folder.Combine(arguments.Split(' ')[0])), StringComparison.Ordinal);
        AssertNothingIsLeft();
    }

    [Theory]
    [InlineData("Export-LogReport old.md", "ReportExists", ErrorCategory.ResourceExists, "old.md", "-Force")]
    [InlineData("Export-LogReport folder.md -Force", "PathIsDirectory", ErrorCategory.InvalidArgument, "folder.md", "report.html")]
    [InlineData("Export-LogReport none/report.md", "FolderNotFound", ErrorCategory.ObjectNotFound, "none/report.md", "Create it first")]
    [InlineData("Export-LogReport report", "UnknownReportFormat", ErrorCategory.InvalidArgument, "report", "-As Html, Json, Csv or Markdown")]
    [InlineData("Export-LogReport report.xlsx", "UnknownReportFormat", ErrorCategory.InvalidArgument, "report.xlsx", ".csv")]
    [InlineData("Export-LogReport Env:report.md", "NotFileSystem", ErrorCategory.InvalidArgument, null, "file system")]
    [InlineData("Export-LogReport nodrive:/report.md", "UnusablePath", ErrorCategory.InvalidArgument, null, "nodrive")]
    [InlineData("Export-LogReport new?.md", "NotOneFile", ErrorCategory.InvalidArgument, null, "-LiteralPath")]
    [InlineData("Export-LogReport *.log -As Json -Force", "NotOneFile", ErrorCategory.InvalidArgument, null, "3 files")]
    public void What_is_wrong_with_a_path_is_said_before_a_log_is_read(string command, string id, ErrorCategory category, string? target, string advice)
    {
        ModuleSession.Result result = _session.Invoke($"$read = 0; try {{ 1..3 | ForEach-Object {{ $read++; Get-LogReport app.log }} | {command} }} catch {{ $_ }}; $read");
        var error = (ErrorRecord)result.Output[0].BaseObject;
        Assert.Equal((id, category), (error.FullyQualifiedErrorId.Split(',')[0], error.CategoryInfo.Category));
        Assert.Contains(advice, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, result.Output[1].BaseObject);
        if (target is not null)
        {
            Assert.Equal(_folder.Combine(target), error.TargetObject);
        }

        Assert.Equal("old\n", File.ReadAllText(_folder.Combine("old.md")));
        AssertNothingIsLeft();
    }

    [Fact]
    public void Force_replaces_also_what_is_read_only()
    {
        File.SetAttributes(_folder.Combine("old.md"), FileAttributes.ReadOnly);
        _session.Invoke("Get-LogReport app.log | Export-LogReport old.md -Force").Of<object>();
        Assert.StartsWith("# Log report", File.ReadAllText(_folder.Combine("old.md")), StringComparison.Ordinal);
        Assert.True(File.GetAttributes(_folder.Combine("old.md")).HasFlag(FileAttributes.ReadOnly));
        File.SetAttributes(_folder.Combine("old.md"), FileAttributes.Normal);
        AssertNothingIsLeft();
    }

    [Fact]
    public void A_folder_that_may_not_be_written_to_is_named()
    {
        // Nothing is forbidden to root, nor by a mode on Windows.
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            return;
        }

        string folder = Directory.CreateDirectory(_folder.Combine("locked")).FullName;
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        AssertRefused("Get-LogReport app.log | Export-LogReport locked/report.md", "AccessDenied", ErrorCategory.PermissionDenied, Path.Combine(folder, "report.md"));
    }

    [Fact]
    public void A_link_is_refused()
    {
        File.CreateSymbolicLink(_folder.Combine("link.md"), _folder.Combine("old.md"));
        AssertRefused("Get-LogReport app.log | Export-LogReport link.md -Force", "PathIsLink", ErrorCategory.InvalidArgument, _folder.Combine("link.md"));
        Assert.Equal("old\n", File.ReadAllText(_folder.Combine("old.md")));
    }

    [Fact]
    public void A_second_report_is_refused_and_nothing_is_written()
    {
        ErrorRecord error = AssertRefused("Get-LogReport app.log -Every 15s | Export-LogReport two.md", "SecondReport", ErrorCategory.InvalidOperation, null);
        Assert.IsType<LogReport>(error.TargetObject);
        Assert.Contains("Get-LogReport to merge", error.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Combine("two.md")));
        AssertNothingIsLeft();
    }

    [Fact]
    public void Without_a_report_nothing_is_written()
    {
        ModuleSession.Result result = _session.Invoke("$(1; 'text'; $null) | Export-LogReport none.md; @() | Export-LogReport none.md");
        Assert.Equal(["NotAReport", "NotAReport"], result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.All(result.Errors, error => Assert.Equal(ErrorCategory.InvalidType, error.CategoryInfo.Category));
        Assert.False(File.Exists(_folder.Combine("none.md")));
    }

    [Fact]
    public void WhatIf_writes_nothing_and_says_what_it_would()
    {
        string shown = _session.Show("Get-LogReport app.log | Export-LogReport what.md -WhatIf -PassThru; Get-LogReport app.log | Export-LogReport old.md -Force -WhatIf");
        Assert.Contains("Export the report as Markdown", shown + _session.ShownErrors, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Combine("what.md")));
        Assert.Equal("old\n", File.ReadAllText(_folder.Combine("old.md")));
        AssertNothingIsLeft();
    }

    [Fact]
    public void PassThru_writes_the_file_also_for_others_to_read()
    {
        FileInfo file = _session.Invoke("Get-LogReport app.log | Export-LogReport passed.json -PassThru").Of<FileInfo>().Single();
        Assert.Equal(_folder.Combine("passed.json"), file.FullName);
        Assert.Equal(1, _session.Invoke("(Get-LogReport app.log | Export-LogReport passed.csv -PassThru | Get-Content | Where-Object { $_ -eq 'Summary' }).Count").Of<int>().Single());
    }

    [Fact]
    public void Names_with_brackets_and_drives_of_the_session_are_known()
    {
        _session.Invoke("Get-LogReport app.log | Export-LogReport -LiteralPath 'a[1].md'").Of<object>();
        Assert.True(File.Exists(_folder.Combine("a[1].md")));
        _session.Invoke("Get-LogReport app.log | Export-LogReport Temp:/$($args[0])/drive.md", Path.GetFileName(_folder.Path)).Of<object>();
        Assert.True(File.Exists(_folder.Combine("drive.md")));
        _session.Invoke("$report = Get-LogReport app.log; Export-LogReport -InputObject $report -Path ol?.md -Force").Of<object>();
        Assert.StartsWith("# Log report", File.ReadAllText(_folder.Combine("old.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("md")]
    public void A_report_that_comes_back_is_written_like_the_one_that_was_never_away(string extension)
    {
        _session.Invoke($"Get-LogReport *.log -Top 1 -BucketSize 10s -OutVariable r | Export-LogReport live.{extension}; $r | ForEach-Object {{ {ThereAndBack} }} | Export-LogReport back.{extension}").Of<object>();
        Assert.Equal(File.ReadAllText(_folder.Combine("live." + extension)), File.ReadAllText(_folder.Combine("back." + extension)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("'no state'")]
    public void A_report_that_cannot_be_made_again_is_reported(string state)
    {
        ModuleSession.Result result = _session.Invoke($"[pscustomobject] @{{ PSTypeName = 'Deserialized.LogAnalysis.LogReport'; MergeState = ${state} }} | Export-LogReport broken.md".Replace("$'", "'", StringComparison.Ordinal));
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal(("UnusableReport", ErrorCategory.InvalidData), (error.FullyQualifiedErrorId.Split(',')[0], error.CategoryInfo.Category));
        Assert.False(File.Exists(_folder.Combine("broken.md")));
    }

    [Fact]
    public void Reports_exported_as_json_merge_to_the_report_of_all_logs()
    {
        // The hosted engine has no ConvertFrom-Json: what it makes of a report is made here. The Pester tests have the real one.
        _session.Invoke("foreach ($log in $args) { Get-LogReport \"$log.log\" | Export-LogReport \"$log.json\" }", [.. Names]).Of<object>();
        object[] states = [.. Names.Select(name => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(_folder.Combine(name + ".json"))).GetProperty("MergeState").GetString()!)];
        _session.Invoke("$args | ForEach-Object { [pscustomobject] @{ MergeState = $_ } } | Get-LogReport | Export-LogReport merged.json; Get-LogReport *.log | Export-LogReport whole.json", states).Of<object>();
        Assert.Equal(File.ReadAllText(_folder.Combine("whole.json")), File.ReadAllText(_folder.Combine("merged.json")));
    }

    [Fact]
    public void Stopping_leaves_nothing_half()
    {
        using RunningPipeline running = _session.Start("'ready'; Watch-LogFile app.log -FromStart | Get-LogReport | Export-LogReport old.md -Force");
        Assert.True(running.WaitFor(output => output.Count > 0));
        running.Stop();
        Assert.Equal("old\n", File.ReadAllText(_folder.Combine("old.md")));
        AssertNothingIsLeft();
    }

    [LabelledLogsTheory]
    [InlineData("access/apache_5k.log")]
    [InlineData("loghub/Hadoop_2k.log")]
    public void The_page_of_a_real_log_is_small(string log)
    {
        _session.Invoke("Get-LogReport $args[0] | Export-LogReport real.html", Path.Combine(LabelledLogs.Folder, log)).Of<object>();
        Assert.InRange(new FileInfo(_folder.Combine("real.html")).Length, 1000, 300_000);
    }

    public void Dispose() => _folder.Dispose();

    private ErrorRecord AssertRefused(string script, string id, ErrorCategory category, string? target)
    {
        var error = (ErrorRecord)_session.Invoke($"try {{ {script} }} catch {{ $_ }}").Output.Single().BaseObject;
        Assert.Equal((id, category), (error.FullyQualifiedErrorId.Split(',')[0], error.CategoryInfo.Category));
        if (target is not null)
        {
            Assert.Equal(target, error.TargetObject);
        }

        return error;
    }

    private void AssertNothingIsLeft() => Assert.Empty(Directory.EnumerateFiles(_folder.Path, ".loganalysis-*"));
}
