using System.Text;
using LogAnalysis.Counting;
using Xunit;

namespace LogAnalysis.Tests.Counting;

public sealed class Utf8StringTableTests
{
    [Fact]
    public void Texts_that_were_made_to_look_alike_are_told_apart_without_trying_them_all()
    {
        var texts = new Utf8StringTable();
        byte[][] alike = [.. Enumerable.Range(0, 4096).Select(LookingAlike)];
        Assert.Equal(Enumerable.Range(0, alike.Length), alike.Select(text => texts.NumberOf(text)));
        Assert.True(texts.UsesKey);
        Assert.Equal(Enumerable.Range(0, alike.Length), alike.Select(text => texts.NumberOf(text)));
        Assert.All(alike, (text, number) => Assert.Equal(text, texts[number].ToArray()));
    }

    [Fact]
    public void Other_texts_are_told_apart_in_the_fast_way()
    {
        var texts = new Utf8StringTable();
        byte[][] others = [.. Enumerable.Range(0, 100_000).Select(i => Encoding.UTF8.GetBytes($"/orders/{i}/items/{i % 7}"))];
        Assert.Equal(Enumerable.Range(0, others.Length), others.Select(text => texts.NumberOf(text)));
        Assert.False(texts.UsesKey);
    }

    /// <summary>Of each 16 bytes there are two kinds that one multiplication and a rotation by 29 bits make the same.</summary>
    private static byte[] LookingAlike(int number) => Encoding.Latin1.GetBytes(string.Concat(
        Enumerable.Range(0, 12).Select(pair => ((number >> pair) & 1) == 0 ? "aaaaaaaabbbAbbbb" : "aaaaaaa\u00e1bbbQbbbb")));
}
