using System.Runtime.Versioning;
using System.Text;
using LogAnalysis.Reporting;
using Xunit;

namespace LogAnalysis.Tests.Reporting;

/// <summary>At any moment either the old report or the new one is there, whole.</summary>
public sealed class ReportFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void While_a_report_is_written_the_old_one_is_whole()
    {
        string path = _folder.WriteText("report.md", "old");
        ReportFile.Write(path, replace: true, stream =>
        {
            stream.Write("half"u8);
            stream.Flush();
            Assert.Equal("old", File.ReadAllText(path));
        });
        Assert.Equal("half", File.ReadAllText(path));
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_failure_midway_leaves_the_old_report_and_nothing_else()
    {
        string path = _folder.WriteText("report.md", "old");
        ReportFileException failure = Assert.Throws<ReportFileException>(() => ReportFile.Write(path, replace: true, stream =>
        {
            stream.Write("half"u8);
            throw new IOException("No space left on device");
        }));
        Assert.Equal((ReportFileErrorKind.WriteFailed, path), (failure.Kind, failure.Path));
        Assert.Contains("No space left on device", failure.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Whatever_else_goes_wrong_leaves_no_temporary_file()
    {
        string path = _folder.WriteText("report.md", "old");
        Assert.Throws<OperationCanceledException>(() => ReportFile.Write(path, replace: true, _ => throw new OperationCanceledException()));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_file_that_appears_meanwhile_is_not_replaced()
    {
        string path = _folder.Combine("report.md");
        ReportFileException failure = Assert.Throws<ReportFileException>(() =>
            ReportFile.Write(path, replace: false, _ => File.WriteAllText(path, "of somebody else")));
        Assert.Equal(ReportFileErrorKind.Exists, failure.Kind);
        Assert.Equal("of somebody else", File.ReadAllText(path));
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_folder_that_vanishes_meanwhile_is_reported()
    {
        string path = _folder.Combine("gone/report.md");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        ReportFileException failure = Assert.Throws<ReportFileException>(() =>
            ReportFile.Write(path, replace: true, _ => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true)));
        Assert.Equal(ReportFileErrorKind.NoFolder, failure.Kind);
    }

    [Fact]
    public void A_link_is_neither_followed_nor_replaced()
    {
        string target = _folder.WriteText("target.md", "target");
        string link = _folder.Combine("link.md");
        string broken = _folder.Combine("broken.md");
        File.CreateSymbolicLink(link, target);
        File.CreateSymbolicLink(broken, _folder.Combine("nothing.md"));
        foreach (string path in new[] { link, broken })
        {
            Assert.Equal(ReportFileErrorKind.IsLink, Assert.Throws<ReportFileException>(() => Write(path, "new", replace: true)).Kind);
            Assert.NotNull(new FileInfo(path).LinkTarget);
        }

        Assert.Equal("target", File.ReadAllText(target));
        Assert.False(File.Exists(_folder.Combine("nothing.md")));
    }

    [LinuxFact]
    public void A_device_is_not_replaced() =>
        Assert.Equal(ReportFileErrorKind.NotRegular, Assert.Throws<ReportFileException>(() => ReportFile.Check("/dev/null", replace: true)).Kind);

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void The_permissions_of_the_old_report_are_those_of_the_new_one()
    {
        foreach (UnixFileMode mode in new[] { UnixFileMode.UserRead, UnixFileMode.UserRead | UnixFileMode.UserWrite, (UnixFileMode)0b110_110_100 })
        {
            string path = _folder.WriteText($"{mode:D}.md", "old");
            File.SetUnixFileMode(path, mode);
            Write(path, "new", replace: true);
            Assert.Equal(("new", mode), (File.ReadAllText(path), File.GetUnixFileMode(path)));
        }
    }

    [Fact]
    public void A_name_may_be_as_long_as_names_can_be()
    {
        string path = _folder.Combine(new string('x', 250) + ".md");
        Write(path, "new", replace: false);
        Assert.Equal("new", File.ReadAllText(path));
    }

    public void Dispose() => _folder.Dispose();

    private static void Write(string path, string text, bool replace) => ReportFile.Write(path, replace, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
}
