using System.Globalization;
using System.Text;
using LogAnalysis.Reporting;
using Xunit;

namespace LogAnalysis.Tests.Reporting;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("Größe 漢字 😀", "Größe 漢字 😀")]
    [InlineData("\ta\tb", " a b")]
    [InlineData("\x1b[31m", "\\x1b[31m")]
    [InlineData("a\0b\x7f\x9b", "a\\x00b\\x7f\\x9b")]
    [InlineData("one\r\ntwo", "one\\x0d\\x0atwo")]
    [InlineData("\u202Egnp.exe", "\\u202egnp.exe")]
    [InlineData("\u2028\u2029\u200B", "\\u2028\\u2029\\u200b")]
    [InlineData("\U000E0041", "\\U000e0041")]
    [InlineData("", "")]
    public void What_commands_or_hides_is_seen_and_the_rest_stays(string text, string expected) => Assert.Equal(expected, SafeText.Escape(text));

    [Fact]
    public void Halves_of_characters_are_seen() => Assert.Equal("\\ud83dx\\ude00", SafeText.Escape("\uD83Dx\uDE00"));

    [Fact]
    public void Nothing_stays_nothing() => Assert.Null(SafeText.Escape(null));

    [Fact]
    public void Nothing_hostile_is_left_of_anything()
    {
        foreach (string text in HostileTexts.All)
        {
            Assert.DoesNotContain(SafeText.Escape(text).EnumerateRunes(), character => Rune.GetUnicodeCategory(character)
                is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
        }
    }
}
