using System.IO.Compression;
using System.Text;
using LogAnalysis.Files;
using LogAnalysis.Following;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Files;

/// <summary>A compressed log is opened like a plain one, whatever its name, and can be read at any position.</summary>
public sealed class CompressionTests : IDisposable
{
    private static readonly byte[] Log = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"2025-01-24 07:00:30 INFO {i} {i * 7919L % 104_729}\n")));

    private readonly TempFolder _folder = new();

    public static TheoryData<string> Names => [.. Compressions.All.Select(compression => compression.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_compression_is_recognised_by_its_first_bytes_and_its_extension_is_no_part_of_a_rotated_name(string name)
    {
        Compression compression = Compressions.All.Single(candidate => candidate.Name == name);
        Assert.Same(compression, Compressions.Find([.. compression.Magic, 1, 2, 3]));
        Assert.Null(Compressions.Find(compression.Magic[..^1]));
        Assert.Equal("app.log.1", Compressions.TrimExtension("app.log.1" + compression.Extension));
        string log = _folder.Combine("app.log");
        Assert.Equal(log, RotatedName.Originals(log + "-20250124" + compression.Extension).Single());
        Assert.Equal(log, RotatedName.Originals(log + compression.Extension).Single());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_compressed_log_gives_its_text(string name) => AssertText(CompressedSample.Text, Read(name, CompressedSample.Of(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Compressed_logs_behind_each_other_are_one(string name) =>
        AssertText([.. CompressedSample.Text, .. CompressedSample.Text], Read(name, [.. CompressedSample.Of(name), .. CompressedSample.Of(name)]));

    [Theory]
    [MemberData(nameof(Names))]
    public void Wherever_a_compressed_log_is_cut_it_gives_what_is_there_and_says_that_its_end_is_missing(string name)
    {
        byte[] whole = CompressedSample.Of(name);
        for (int length = 1; length < whole.Length; length++)
        {
            (byte[] text, Exception? failure) = Read(name, whole[..length]);
            Assert.True(failure is not null, $"Cut after {length} bytes of {whole.Length}, it seems whole.");
            Assert.True(CompressedSample.Text.AsSpan().StartsWith(text), $"Cut after {length} bytes, it gives another text.");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void However_a_compressed_log_is_damaged_reading_ends(string name)
    {
        byte[] whole = CompressedSample.Of(name);
        for (int at = 0; at < whole.Length; at++)
        {
            foreach (byte change in (byte[])[1, 0x80, 0xFF])
            {
                byte[] damaged = [.. whole];
                damaged[at] ^= change;
                Assert.InRange(Read(name, damaged).Text.Length, 0, 1 << 24);
            }
        }
    }

    [Theory]
    [InlineData("lz4", "BCJNGGRApwQAAIBhYmMKAAAAAA==", "abc\n")]
    public void Blocks_that_are_stored_are_read(string name, string compressed, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(Read(name, Convert.FromBase64String(compressed)).Text));

    [Fact]
    public void What_is_not_compressed_is_read_as_it_is()
    {
        Assert.Null(Compressions.Find("2025-01-24"u8));
        Assert.Equal("app.log", Compressions.TrimExtension("app.log"));
        Assert.Equal(".gz", Compressions.TrimExtension(".gz"));
        using LogContent plain = LogContent.Open(_folder.Write("a.log.gz", "2025-01-24 07:00:30 INFO no gzip"));
        Assert.True(plain.CanChange);
    }

    [Fact]
    public void Any_position_of_a_compressed_log_can_be_read()
    {
        using LogContent content = LogContent.Open(_folder.WriteBytes("a.log.gz", [.. Gzip(Log[..100_000]), .. Gzip(Log[100_000..])]));
        var random = new Random(1);
        byte[] block = new byte[70_000];
        for (int i = 0; i < 200; i++)
        {
            int at = random.Next(Log.Length + 1000);
            int length = content.Read(block.AsSpan(0, random.Next(1, block.Length)), at);
            Assert.True(block.AsSpan(0, length).SequenceEqual(Log.AsSpan(Math.Min(at, Log.Length)..)[..length]));
        }
    }

    [Fact]
    public void A_compressed_log_is_as_long_as_all_its_members()
    {
        string path = _folder.WriteBytes("a.log.gz", [.. Gzip(Log), .. Gzip("one more\n"u8.ToArray())]);
        using LogContent content = LogContent.Open(path);
        Assert.False(content.IsEmpty);
        Assert.Equal(Log.Length + 9, content.Length);
        Assert.Equal(new FileInfo(path).Length, content.FileLength);
        Assert.Equal(content.FileLength, content.FilePosition(content.Length));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(2, "19999 one")]
    public void Following_a_log_of_several_members_from_its_end_gives_its_last_lines(int tail, string expected)
    {
        string path = _folder.WriteBytes("a.log.gz", [.. Gzip(Log), .. Gzip("2025-01-24 07:00:31 INFO one\n"u8.ToArray())]);
        using var probe = new FollowerProbe(new FollowOptions { Follow = false, Tail = tail }, path);
        probe.TakeAll();
        Assert.Equal(expected, string.Join(' ', probe.Entries.Select(entry => entry.Message.Split(' ')[0])));
    }

    [Fact]
    public void A_member_that_is_appended_is_read_on()
    {
        string path = _folder.WriteBytes("a.log.gz", Gzip(Log));
        using LogContent content = LogContent.Open(path);
        byte[] block = new byte[100];
        Assert.Equal(0, content.Read(block, Log.Length));
        using (FileStream file = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            file.Write(Gzip("appended\n"u8.ToArray()));
        }

        Assert.Equal("appended\n", Encoding.UTF8.GetString(block, 0, content.Read(block, Log.Length)));
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertText(byte[] expected, (byte[] Text, Exception? Failure) read)
    {
        Assert.Null(read.Failure);
        Assert.Equal(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(read.Text));
    }

    /// <summary>All that can be read, and why reading ended; anything but damage is thrown.</summary>
    private static (byte[] Text, Exception? Failure) Read(string name, byte[] compressed)
    {
        Compression compression = Compressions.All.Single(candidate => candidate.Name == name);
        using var text = new MemoryStream();
        using var file = new MemoryStream(compressed);
        using Stream decompressed = compression.Decompress(file);
        byte[] block = new byte[64];
        try
        {
            int length;
            while ((length = decompressed.Read(block)) > 0 && text.Length < 1 << 24)
            {
                text.Write(block, 0, length);
            }

            return (text.ToArray(), null);
        }
        catch (Exception failure) when (compression.IsDamage(failure))
        {
            return (text.ToArray(), failure);
        }
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray();
    }
}
