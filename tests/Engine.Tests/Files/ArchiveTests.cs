using System.Formats.Tar;
using System.Text;
using LogAnalysis.Counting;
using LogAnalysis.Files;
using LogAnalysis.Parallel;
using LogAnalysis.Reading;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Files;

/// <summary>An archive is the logs in it.</summary>
public sealed class ArchiveTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ArchiveFiles _archives = new();

    public static TheoryData<string> Names => [.. ArchiveSample.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_log_in_an_archive_has_the_text_that_was_put_in(string name)
    {
        ArchiveFile archive = Find(_folder.WriteBytes("some", ArchiveSample.Of(name)));
        Assert.Empty(archive.Listing.Failures);
        ArchiveMember member = archive.Listing.Members[0];
        Assert.Equal((Path.Join("logs", "app.log"), Path.Join(archive.Path, "logs", "app.log")), (member.Name, member.Path));
        Assert.Equal(Encoding.UTF8.GetString(CompressedSample.Text), ReadText(member.Path));
    }

    [Theory]
    [InlineData("zip")]
    [InlineData("tar")]
    [InlineData("tar.gz")]
    public void Text_is_listed_and_nothing_else_is(string kind)
    {
        byte[] archive = Make(kind, ("b.log", "text"u8.ToArray()), ("image.png", [1, 0, 2, 0]), ("empty.log", []), ("a/utf16.log", Encoding.Unicode.GetBytes("2025-01-24 text")), ("a/b.log.gz", ArchiveSample.Gzip("zipped"u8.ToArray())));
        ArchiveListing listing = Find(_folder.WriteBytes("some.bin", archive)).Listing;
        Assert.Equal(["b.log", "empty.log", "a/utf16.log", "a/b.log.gz"], listing.Members.Select(NameOf));
        Assert.Equal(["image.png"], listing.NotText.Select(path => Path.GetFileName(path)));
        Assert.Equal("zipped", ReadText(listing.Members.Single(member => member.Name.EndsWith(".gz", StringComparison.Ordinal)).Path));
    }

    [Theory]
    [InlineData("../../../etc/passwd", "etc/passwd")]
    [InlineData("/etc/passwd", "etc/passwd")]
    [InlineData("..\\..\\boot.ini", "boot.ini")]
    [InlineData("./a/./b.log", "a/b.log")]
    [InlineData("..", "unnamed")]
    public void A_name_leads_nowhere_out_of_the_archive(string name, string expected)
    {
        foreach (string kind in (string[])["zip", "tar"])
        {
            ArchiveFile archive = Find(_folder.WriteBytes(kind, Make(kind, (name, "inside"u8.ToArray()))));
            ArchiveMember member = Assert.Single(archive.Listing.Members);
            Assert.Equal((expected, "inside"), (NameOf(member), ReadText(member.Path)));
        }
    }

    [Fact]
    public void Links_in_an_archive_are_no_logs()
    {
        using var file = new MemoryStream();
        using (var tar = new TarWriter(file))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "link.log") { LinkName = "/etc/passwd" });
            tar.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "folder"));
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "app.log") { DataStream = new MemoryStream("one"u8.ToArray()) });
        }

        Assert.Equal("app.log", Assert.Single(Find(_folder.WriteBytes("a.tar", file.ToArray())).Listing.Members).Name);
    }

    [Theory]
    [InlineData("zip")]
    [InlineData("tar")]
    public void Of_several_members_with_one_name_the_last_is_read(string kind) =>
        Assert.Equal("second", ReadText(Assert.Single(Find(_folder.WriteBytes("a", Make(kind, ("a.log", "first"u8.ToArray()), ("a.log", "second"u8.ToArray())))).Listing.Members).Path));

    [Fact]
    public void Archives_within_archives_are_read_to_a_depth()
    {
        byte[] archive = ArchiveSample.Zip(("app.log", "deep"u8.ToArray()));
        for (int depth = 1; depth <= ExpansionLimit.MaxDepth; depth++)
        {
            archive = Make(depth % 2 == 0 ? "zip" : "tar.gz", ($"{depth}", archive));
        }

        ArchiveMember member = Assert.Single(Find(_folder.WriteBytes("deep.zip", archive)).Listing.Members);
        Assert.Equal(("4/3/2/1/app.log", "deep"), (NameOf(member), ReadText(member.Path)));

        ArchiveListing deeper = Find(_folder.WriteBytes("deeper.zip", ArchiveSample.Zip(("5", archive), ("beside.log", "text"u8.ToArray())))).Listing;
        Assert.Equal("beside.log", Assert.Single(deeper.Members).Name);
        Assert.Equal(LogFileErrorKind.TooMuch, Assert.Single(deeper.Failures).Kind);
    }

    [Fact]
    public void More_members_than_are_read_are_an_error_and_the_first_are_read()
    {
        ArchiveListing listing = Find(_folder.WriteBytes("many.tar.gz", ArchiveSample.Gzip(ArchiveSample.Tar(Enumerable.Range(0, ExpansionLimit.MaxMembers + 1).Select(i => ($"{i}.log", Array.Empty<byte>())))))).Listing;
        Assert.Equal(LogFileErrorKind.TooMuch, Assert.Single(listing.Failures).Kind);
        Assert.Equal(ExpansionLimit.MaxMembers, listing.Members.Count);
    }

    [Fact]
    public void A_list_of_more_members_than_are_read_is_not_read_to_memory()
    {
        byte[] zip = ArchiveSample.Zip(("a.log", "text"u8.ToArray()));
        zip[^7] = 0x10;
        Assert.Equal(LogFileErrorKind.TooMuch, Assert.Single(Find(_folder.WriteBytes("many.zip", zip)).Listing.Failures).Kind);
    }

    [Theory]
    [InlineData("bomb.gz")]
    [InlineData("bomb.zip")]
    [InlineData("bomb.tar.gz")]
    public void What_expands_too_far_is_read_to_a_limit_and_is_an_error(string name)
    {
        // Lines that a format skips at once: reading all that is allowed takes a second.
        byte[] lines = new byte[(int)ExpansionLimit.MinBytes + (1 << 20)];
        lines.AsSpan().Fill((byte)'x');
        byte[] bomb = name switch
        {
            "bomb.gz" => ArchiveSample.Gzip(lines),
            "bomb.zip" => ArchiveSample.Zip(("x.log", lines)),
            _ => ArchiveSample.Gzip(ArchiveSample.Tar(("x.log", lines), ("after.log", "text"u8.ToArray()))),
        };
        string path = _folder.WriteBytes(name, bomb);
        ArchiveFile? archive = _archives.Find(path);
        using LogContent content = _archives.Open(archive?.Listing.Members.First(member => member.Name == "x.log").Path ?? path);
        Assert.InRange(content.Length, 1 << 20, ExpansionLimit.MinBytes);
        Assert.IsType<ExpansionLimitException>(Assert.ThrowsAny<IOException>(() => content.Read(new byte[1], content.Length)));
        Assert.Equal(LogFileErrorKind.TooMuch, LogFileException.From(ExpansionLimitException.TooLarge(), path, 7).Kind);
    }

    [Fact]
    public void An_archive_within_another_that_memory_does_not_hold_is_an_error()
    {
        byte[] large = ArchiveSample.Zip(("x.log", new byte[1])).Concat(new byte[ExpansionLimit.MaxBytesInMemory]).ToArray();
        ArchiveListing listing = Find(_folder.WriteBytes("outer.zip", ArchiveSample.Zip(("inner.zip", large)))).Listing;
        Assert.Contains("in memory", Assert.Single(listing.Failures).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Wherever_an_archive_is_cut_it_gives_what_is_there_and_an_error(string name)
    {
        byte[] whole = ArchiveSample.Of(name);

        // The end of a tar archive is 1,024 zeros, of which half are enough.
        int end = name == "tar" ? whole.Length - 1023 : whole.Length;
        for (int length = 1; length < end; length += Math.Max(1, whole.Length / 400))
        {
            (string text, int failures) = ReadAll($"{name}.{length}", whole[..length]);
            Assert.True(failures > 0, $"Cut after {length} bytes of {whole.Length}, it seems whole.");
            Assert.StartsWith(text, Encoding.UTF8.GetString(CompressedSample.Text), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("zip")]
    [InlineData("tar")]
    [InlineData("tar.gz")]
    public void A_cut_archive_gives_the_members_before_the_cut_and_of_that_in_which_it_is_what_is_there(string kind)
    {
        var random = new Random(1);
        byte[] Noise() => Encoding.ASCII.GetBytes(Convert.ToBase64String(Enumerable.Range(0, 30_000).Select(_ => (byte)random.Next(256)).ToArray()));
        byte[] whole = Make(kind, ("1.log", Noise()), ("2.log", Noise()), ("3.log", Noise()));
        ArchiveFile archive = Find(_folder.WriteBytes("cut", whole[..(whole.Length * 5 / 6)]));
        Assert.NotEmpty(archive.Listing.Failures);
        int[] lengths = [.. archive.Listing.Members.Select(member => ReadText(member.Path).Length)];
        Assert.Equal([40_000, 40_000], lengths[..2]);
        Assert.InRange(Assert.Single(lengths[2..]), 10_000, 30_000);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void However_an_archive_is_damaged_reading_ends(string name)
    {
        byte[] whole = ArchiveSample.Of(name);
        for (int at = 0; at < whole.Length; at += Math.Max(1, whole.Length / 400))
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0xFF;
            Assert.InRange(ReadAll($"{name}.{at}", damaged).Text.Length, 0, 1 << 24);
        }
    }

    [Fact]
    public void Members_of_an_archive_that_is_compressed_as_one_are_read_in_one_go()
    {
        ArchiveFile archive = Find(_folder.WriteBytes("a.tar.gz", ArchiveSample.Gzip(ArchiveSample.Tar(("1.log", ArchiveSample.Log("one")), ("2.log", ArchiveSample.Log("two")), ("3.log", ArchiveSample.Log("three"))))));
        ArchiveMember[] members = [.. archive.Listing.Members];
        archive.Open(members[0].Place, out ArchiveCursor first).Dispose();
        archive.Return(first);
        archive.Open(members[2].Place, out ArchiveCursor last).Dispose();
        Assert.Same(first, last);
        archive.Return(last);
        archive.Open(members[1].Place, out ArchiveCursor again).Dispose();
        Assert.NotSame(first, again);
        archive.Return(again);
        Assert.StartsWith("2025-01-24 07:00:00 ERROR two", ReadText(members[1].Path), StringComparison.Ordinal);
    }

    [Fact]
    public void Members_are_counted_on_all_cores_as_they_are_one_after_the_other()
    {
        ArchiveFile archive = Find(_folder.WriteBytes("a.tar.gz", ArchiveSample.Gzip(ArchiveSample.Tar(Enumerable.Range(1, 60).Select(i => ($"{i}.log", ArchiveSample.Log("lost", i * 10)))))));
        List<long> errors = [];
        var begun = new Queue<ErrorCounter>();
        var options = new ParallelReadOptions(new ReadOptions { Open = _archives.Open }) { Workers = 4 };
        ParallelCounter.Count(archive.Listing.Members.Select(member => member.Path), options, Begin, result => errors.Add(result.Failure is null ? begun.Dequeue().Errors : -1), NoProgress.Instance, CancellationToken.None);
        Assert.Equal(archive.Listing.Members.Select(member => long.Parse(Path.GetFileNameWithoutExtension(member.Name), null) * 10), errors);

        ErrorCounter Begin()
        {
            var counter = new ErrorCounter();
            begun.Enqueue(counter);
            return counter;
        }
    }

    [Fact]
    public void A_log_in_an_archive_was_written_when_the_archive_says()
    {
        ArchiveFile archive = Find(_folder.WriteBytes("a.tar", ArchiveSample.Tar(("app.log", "text"u8.ToArray()))));
        using LogContent content = _archives.Open(archive.Listing.Members.Single().Path);
        Assert.Equal(new DateTime(2025, 1, 24, 7, 0, 0), content.LastWriteTime);
    }

    [Fact]
    public void Nothing_stays_open()
    {
        string path = _folder.WriteBytes("a.zip", ArchiveSample.Of("zip"));
        using (var archives = new ArchiveFiles())
        {
            using LogContent content = archives.Open(archives.Find(path)!.Listing.Members.Single().Path);
            content.ReadBeginning(10);
        }

        Assert.Equal(0, OpenFiles.Count(path));
        File.Delete(path);
    }

    [Theory]
    [InlineData("2025-01-24 07:00:00 INFO no archive")]
    [InlineData("")]
    [InlineData("PK")]
    public void What_is_no_archive_is_a_file_like_others(string text) => Assert.Null(_archives.Find(_folder.WriteText("a.zip", text)));

    public void Dispose()
    {
        _archives.Dispose();
        _folder.Dispose();
    }

    private static byte[] Make(string kind, params IEnumerable<(string Name, byte[] Bytes)> members) => kind switch
    {
        "zip" => ArchiveSample.Zip(members),
        "tar" => ArchiveSample.Tar(members),
        _ => ArchiveSample.Gzip(ArchiveSample.Tar(members)),
    };

    private static string NameOf(ArchiveMember member) => member.Name.Replace(Path.DirectorySeparatorChar, '/');

    private ArchiveFile Find(string path) => _archives.Find(path) ?? throw new InvalidOperationException($"{path} is no archive.");

    private string ReadText(string path)
    {
        using LogContent content = _archives.Open(path);
        return Encoding.UTF8.GetString(content.ReadBeginning(1 << 20));
    }

    /// <summary>The text of the first log in an archive, damaged or not, and how many errors there are.</summary>
    private (string Text, int Failures) ReadAll(string name, byte[] bytes)
    {
        string path = _folder.WriteBytes(name, bytes);
        using var archives = new ArchiveFiles();
        if (archives.Find(path) is not ArchiveFile archive)
        {
            return (string.Empty, 1);
        }

        var text = new StringBuilder();
        int failures = archive.Listing.Failures.Count;
        foreach (ArchiveMember member in archive.Listing.Members.Take(1))
        {
            try
            {
                using LogContent content = archives.Open(member.Path);
                byte[] block = new byte[4096];
                int length;
                for (long at = 0; at < 1 << 22 && (length = content.Read(block, at)) > 0; at += length)
                {
                    text.Append(Encoding.UTF8.GetString(block, 0, length));
                }
            }
            catch (IOException)
            {
                failures++;
            }
        }

        return (text.ToString(), failures);
    }
}
