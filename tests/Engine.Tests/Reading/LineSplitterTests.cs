using System.Text;
using LogAnalysis.Parsing;
using LogAnalysis.Tests.Support;
using Xunit;

namespace LogAnalysis.Tests.Reading;

public sealed class LineSplitterTests
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("one\r\ntwo\n\nthree €uro\r\n\r\nbare\rreturn\nlast");

    [Fact]
    public void Lines_are_the_same_however_the_text_is_cut_into_blocks()
    {
        var whole = Split(Text, Text.Length);
        Assert.Equal(["one", "two", "", "three â\u0082¬uro", "", "bare\rreturn", "last"], whole.Select(line => line.Text));
        for (int size = 1; size < Text.Length; size++)
        {
            Assert.Equal(whole, Split(Text, size));
        }
    }

    [Fact]
    public void Offsets_and_sizes_cover_every_byte_once()
    {
        long expected = 0;
        foreach ((_, long offset, int size) in Split(Text, 7))
        {
            Assert.Equal(expected, offset);
            expected += size;
        }

        Assert.Equal(Text.Length, expected);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(1000)]
    public void A_line_over_the_limit_is_cut_between_characters_and_its_neighbours_are_intact(int blockSize)
    {
        byte[] text = Encoding.UTF8.GetBytes("before\n" + new string('€', 100) + "\r\nafter\n");
        var lines = Split(text, blockSize, maxLineLength: 20);
        Assert.Equal(["before", "after"], [lines[0].Text, lines[2].Text]);
        Assert.Equal(18, lines[1].Text.Length);
        Assert.Equal(302, lines[1].ByteCount);
    }

    [Fact]
    public void A_line_as_long_as_the_limit_is_whole()
    {
        Assert.Equal("12345", Split("12345\r\n"u8.ToArray(), 3, maxLineLength: 5)[0].Text);
        Assert.Equal("12345", Split("123456\n"u8.ToArray(), 3, maxLineLength: 5)[0].Text);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void The_limit_is_that_of_the_text_in_utf_8_whatever_it_is_written_in(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] text = encoding.GetBytes("12345\r\n1234567\n");
        foreach (int blockSize in new[] { 4, 8, text.Length })
        {
            Assert.Equal(["12345", "12345"], Split(text, blockSize, maxLineLength: 5, encoding).Select(line => line.Text));
        }
    }

    private static List<(string Text, long Offset, int ByteCount)> Split(byte[] text, int blockSize, int maxLineLength = 1 << 20, Encoding? encoding = null)
    {
        var splitter = new LineSplitter(maxLineLength, encoding);
        var handler = new CollectingHandler();
        foreach (byte[] block in text.Chunk(blockSize))
        {
            splitter.Push(block, handler);
        }

        splitter.Complete(handler);
        return handler.Lines;
    }
}
