using System.IO.Compression;
using LogAnalysis.Following;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Following;

/// <summary>Logs that are followed by a link, as Kubernetes and Docker make them. Their rotated files are beside what the link leads to.</summary>
public sealed class LinkedLogTests : IDisposable
{
    private static readonly FollowOptions Slow = new() { FromStart = true, PollInterval = TimeSpan.FromSeconds(1), UsesNotifications = false };

    private readonly TempFolder _folder = new();

    public LinkedLogTests()
    {
        foreach (string folder in new[] { "containers", "pods/web_1/app", "docker/4f" })
        {
            Directory.CreateDirectory(_folder.Combine(folder));
        }
    }

    /// <summary>The names of what links lead to, and how the oldest and the next generations are called there.</summary>
    public static TheoryData<string, string, string, bool> Layouts => new()
    {
        { "pods/web_1/app/0.log", "0.log.20250124-100000", "0.log.20250124-110000", false },
        { "pods/web_1/app/0.log", "0.log.20250124-100000.gz", "0.log.20250124-110000", false },
        { "docker/4f/4f-json.log", "4f-json.log.2", "4f-json.log.1", true },
    };

    private string Link => _folder.Combine("containers/app.log");

    [UnixTheory]
    [MemberData(nameof(Layouts))]
    public void What_was_rotated_beside_the_file_is_read_by_the_link(string target, string oldest, string next, bool isTwice)
    {
        MakeLink(target, isTwice);
        Check(resumes: false, target, oldest, next);
    }

    [UnixTheory]
    [MemberData(nameof(Layouts))]
    public void What_was_rotated_beside_the_file_while_nobody_watched_is_read_by_the_link(string target, string oldest, string next, bool isTwice)
    {
        MakeLink(target, isTwice);
        Check(resumes: true, target, oldest, next);
    }

    [UnixFact]
    public void The_rest_of_the_file_is_read_that_a_link_led_to_before()
    {
        string state = _folder.Combine("state.json");
        MakeLink("pods/web_1/app/0.log", isTwice: false);
        File.WriteAllText(_folder.Combine("pods/web_1/app/0.log"), "one\n");
        var first = FollowerProbe.WithCheckpoint(state, Slow, Link);
        first.TakeUntil(1);
        first.EndInOrder();
        File.AppendAllText(_folder.Combine("pods/web_1/app/0.log"), "two\n");
        File.WriteAllText(_folder.Combine("pods/web_1/app/1.log"), "three\n");
        File.Delete(Link);
        MakeLink("pods/web_1/app/1.log", isTwice: false);
        using FollowerProbe next = FollowerProbe.WithCheckpoint(state, Slow, Link);
        next.TakeUntil(2);
        Assert.Equal(["two", "three"], next.Texts);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private void MakeLink(string target, bool isTwice)
    {
        string file = _folder.Combine(target);
        if (isTwice)
        {
            string middle = _folder.Combine("pods/web_1/app/0.log");
            File.CreateSymbolicLink(middle, file);
            file = middle;
        }

        File.CreateSymbolicLink(Link, Path.GetRelativePath(Path.GetDirectoryName(Link)!, file));
    }

    private void Check(bool resumes, string target, string oldest, string next)
    {
        string log = _folder.Combine(target);
        string folder = Path.GetDirectoryName(log)!;
        string state = _folder.Combine("state.json");
        File.WriteAllText(log, "one\n");
        FollowerProbe probe = resumes ? FollowerProbe.WithCheckpoint(state, Slow, Link) : new FollowerProbe(Slow, Link);
        probe.TakeUntil(1);
        List<string> texts = [];
        if (resumes)
        {
            probe.EndInOrder();
            texts.AddRange(probe.Texts);
        }

        File.AppendAllText(log, "two\n");
        Rotate(log, Path.Combine(folder, oldest));
        File.WriteAllText(log, "three\n");
        Rotate(log, Path.Combine(folder, next));
        File.WriteAllText(log, "four\n");
        using FollowerProbe last = resumes ? FollowerProbe.WithCheckpoint(state, Slow, Link) : probe;
        last.TakeUntil(4 - texts.Count);
        last.TakeRest();
        Assert.Equal(["one", "two", "three", "four"], texts.Concat(last.Texts));
    }

    private static void Rotate(string log, string rotated)
    {
        if (!rotated.EndsWith(".gz", StringComparison.Ordinal))
        {
            File.Move(log, rotated);
            return;
        }

        using (var stream = new GZipStream(File.Create(rotated), CompressionLevel.Fastest))
        {
            stream.Write(File.ReadAllBytes(log));
        }

        File.Delete(log);
    }
}
