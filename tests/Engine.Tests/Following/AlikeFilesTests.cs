using System.IO.Compression;
using LogAnalysis.Following;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Following;

/// <summary>Files that begin alike: with a licence, with the header of their format, with the preamble of a test.</summary>
public sealed class AlikeFilesTests : IDisposable
{
    private const int Generations = 5;
    private const int LinesEach = 20;

    private static readonly FollowOptions Slow = new() { FromStart = true, PollInterval = TimeSpan.FromSeconds(1), UsesNotifications = false };

    private readonly TempFolder _folder = new();

    public static TheoryData<int, bool, bool> Banners()
    {
        var data = new TheoryData<int, bool, bool>();
        foreach (int length in new[] { 200, 1_000, 1_024, 1_500, 5_000, 40_000 })
        {
            data.Add(length, false, false);
            data.Add(length, false, true);
            data.Add(length, true, false);
            data.Add(length, true, true);
        }

        return data;
    }

    private string Log => _folder.Combine("app.log");

    [Theory]
    [MemberData(nameof(Banners))]
    public void Generations_that_begin_alike_are_all_read(int banner, bool resumes, bool compresses)
    {
        string[] expected = [.. Enumerable.Range(0, Generations).SelectMany(generation => Lines(banner, generation))];
        File.WriteAllLines(Log, Lines(banner, 0));
        string state = _folder.Combine("state.json");
        FollowerProbe probe = resumes ? FollowerProbe.WithCheckpoint(state, Slow, Log) : new FollowerProbe(Slow, Log);
        probe.TakeUntil(expected.Length / Generations);
        List<string> texts = [];
        if (resumes)
        {
            probe.EndInOrder();
            texts.AddRange(probe.Texts);
        }

        for (int generation = 1; generation < Generations; generation++)
        {
            Rotate(generation, compresses && generation > 1);
            File.WriteAllLines(Log, Lines(banner, generation));
        }

        using FollowerProbe next = resumes ? FollowerProbe.WithCheckpoint(state, Slow, Log) : probe;
        next.TakeUntil(expected.Length - texts.Count);
        next.TakeRest();
        Assert.Equal(expected, texts.Concat(next.Texts));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(1_500)]
    [InlineData(40_000)]
    public void A_copy_that_was_made_before_the_last_lines_were_read_is_none_of_them(int banner)
    {
        File.WriteAllLines(Log, Lines(banner, 0));
        using var probe = new FollowerProbe(Slow, Log);
        probe.TakeUntil(Lines(banner, 0).Length);
        File.Copy(Log, Log + ".1");
        File.AppendAllText(Log, "written before the truncation\n");
        probe.TakeWhileThereIsNo("written before the truncation");
        using (FileStream log = new(Log, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            log.SetLength(0);
        }

        File.AppendAllText(Log, "after\n");
        probe.TakeWhileThereIsNo("after");
        probe.TakeRest();
        Assert.Equal([.. Lines(banner, 0), "written before the truncation", "after"], probe.Texts);
    }

    [Fact]
    public void What_was_compressed_before_its_writer_was_done_is_not_read_again()
    {
        File.WriteAllLines(Log, Lines(0, 0));
        using var probe = new FollowerProbe(Slow, Log);
        probe.TakeUntil(LinesEach);
        File.Move(Log, Log + ".1");
        using (var stream = new GZipStream(File.Create(Log + ".1.gz"), CompressionLevel.Fastest))
        {
            stream.Write(File.ReadAllBytes(Log + ".1"));
        }

        File.AppendAllText(Log + ".1", "written late\n");
        probe.TakeUntil(LinesEach + 1);
        File.Delete(Log + ".1");
        File.WriteAllText(Log, "next\n");
        probe.TakeWhileThereIsNo("next");
        probe.TakeRest();
        Assert.Equal([.. Lines(0, 0), "written late", "next"], probe.Texts);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private static string[] Lines(int banner, int generation) =>
        [.. Enumerable.Range(0, banner / 50).Select(i => $"# {new string('=', 40)} {i,6}"), .. Enumerable.Range(0, LinesEach).Select(i => $"line {generation * LinesEach + i}")];

    private void Rotate(int generation, bool compresses)
    {
        string rotated = $"{Log}.{Generations - generation}";
        File.Move(Log, rotated);
        if (compresses)
        {
            using (var stream = new GZipStream(File.Create(rotated + ".gz"), CompressionLevel.Fastest))
            {
                stream.Write(File.ReadAllBytes(rotated));
            }

            File.Delete(rotated);
        }
    }
}
