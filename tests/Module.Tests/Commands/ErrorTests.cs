using System.Management.Automation;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Commands;

/// <summary>Bad input is reported, not fatal: one error record for it, with a stable id, category and target; the rest is processed.</summary>
public sealed class ErrorTests : IClassFixture<ModuleSession>, IDisposable
{
    private readonly ModuleSession _session;
    private readonly TempFolder _folder = new();

    public ErrorTests(ModuleSession session)
    {
        _session = session;
        _folder.Write("good.log", "ERROR a");
        _folder.WriteBytes("binary.log", [0x7F, 0x45, 0x4C, 0x46, 0, 0, 1]);
        Directory.CreateDirectory(_folder.Combine("folder"));
        _session.Invoke("Set-Location $args[0]", _folder.Path);
    }

    [Theory]
    [InlineData("missing.log", "FileNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("no/such/folder.log", "FileNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("folder", "PathIsDirectory", ErrorCategory.InvalidArgument)]
    [InlineData("binary.log", "BinaryFile", ErrorCategory.InvalidData)]
    public void A_file_that_cannot_be_read_is_named_and_the_good_one_counted(string bad, string id, ErrorCategory category)
    {
        string target = _folder.Combine(bad);
        foreach (string script in new[] { $"Measure-LogErrors {bad}, good.log", $"Get-LogReport {bad}, good.log" })
        {
            ModuleSession.Result result = _session.Invoke(script);
            AssertError(result.Errors.Single(), id, category, target);
            Assert.Contains(target, result.Errors[0].ToString(), StringComparison.Ordinal);
            Assert.Equal(1L, result.Output.Single().Properties["Errors"].Value);
        }

        ModuleSession.Result codes = _session.Invoke($"Get-LogStatusCode {bad}, good.log");
        AssertError(codes.Errors.Single(), id, category, target);
        ModuleSession.Result lines = _session.Invoke($"Watch-LogFile {bad}, good.log -NoFollow");
        AssertError(lines.Errors.Single(), id, category, target);
        Assert.Single(lines.Output);
    }

    [Theory]
    [InlineData("Measure-LogErrors *.nothing, good.log", "NoMatchingFile", ErrorCategory.ObjectNotFound, "*.nothing")]
    [InlineData("Measure-LogErrors none/**/*.log, good.log", "NoMatchingFile", ErrorCategory.ObjectNotFound, "none/**/*.log")]
    [InlineData("Measure-LogErrors Env:PATH, good.log", "NotFileSystem", ErrorCategory.InvalidArgument, "Env:PATH")]
    [InlineData("Measure-LogErrors Env:*, good.log", "NotFileSystem", ErrorCategory.InvalidArgument, "Env:*")]
    [InlineData("Measure-LogErrors nodrive:/*.log, good.log", "UnusablePath", ErrorCategory.InvalidArgument, "nodrive:/*.log")]
    [InlineData("Measure-LogErrors nodrive:/x, good.log", "UnusablePath", ErrorCategory.InvalidArgument, "nodrive:/x")]
    public void A_path_that_names_no_file_is_named_and_the_good_one_counted(string script, string id, ErrorCategory category, string target)
    {
        ModuleSession.Result result = _session.Invoke(script);
        AssertError(result.Errors.Single(), id, category, target);
        Assert.Single(result.Output);
    }

    [Fact]
    public void An_object_that_holds_no_log_is_named_and_the_rest_counted()
    {
        ModuleSession.Result result = _session.Invoke("42, 'ERROR x' | Measure-LogErrors");
        AssertError(result.Errors.Single(), "UnsupportedInput", ErrorCategory.InvalidType, 42);
        Assert.Equal(1L, result.Output.Single().Properties["Errors"].Value);
    }

    [Fact]
    public void A_status_that_is_none_ends_the_command_and_says_what_to_write()
    {
        ErrorRecord error = _session.Invoke("try { Get-LogStatusCode good.log -Code 6xx } catch { $_ }").Output.Select(item => (ErrorRecord)item.BaseObject).Single();
        AssertError(error, "InvalidStatusCode", ErrorCategory.InvalidArgument, "6xx");
        Assert.Contains("5xx", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_named()
    {
        // Nothing is forbidden to root, nor by a mode on Windows.
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            return;
        }

        File.SetUnixFileMode(_folder.Write("secret.log", "x"), UnixFileMode.None);
        AssertError(_session.Invoke("Measure-LogErrors secret.log").Errors.Single(), "AccessDenied", ErrorCategory.PermissionDenied, _folder.Combine("secret.log"));
    }

    [Theory]
    [InlineData("30 potatoes")]
    [InlineData("-5s")]
    [InlineData("")]
    [InlineData("1e999")]
    public void A_duration_that_is_none_is_refused_with_examples(string duration)
    {
        ErrorRecord error = _session.Invoke("Watch-LogFile good.log -Timeout $args[0]", duration).Errors.Single();
        Assert.Contains("30s, 5m, 1h", error.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertError(ErrorRecord error, string id, ErrorCategory category, object target)
    {
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal((category, target), (error.CategoryInfo.Category, error.TargetObject is PSObject wrapped ? wrapped.BaseObject : error.TargetObject));
    }
}
