using System.Globalization;
using System.Text;
using LogAnalysis.Text;
using Xunit;

namespace LogAnalysis.Tests;

public sealed class ControlCharactersTests
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
    [InlineData("\U000E0000\u115F\uFFA0", "\\U000e0000\\u115f\\uffa0")]
    [InlineData("café\u001bcafé\x1b", "café\\x1bcafé\\x1b")]
    [InlineData("❤\uFE0F", "❤\uFE0F")]
    [InlineData("Việt e\u0302\u0301 \u05D1\u05BC\u05B8\u0591", "Việt e\u0302\u0301 \u05D1\u05BC\u05B8\u0591")]
    [InlineData("Z\u0301\u0301\u0301\u0301\u0301\u0301\u0302\u0303 Z\u0301", "Z\u0301\u0301\u0301\u0301\u0301\u0301\\u0302\\u0303 Z\u0301")]
    [InlineData("", "")]
    public void What_commands_or_hides_is_seen_and_the_rest_stays(string text, string expected) => Assert.Equal(expected, ControlCharacters.Escape(text));

    [Theory]
    [InlineData("one\ntwo\r\nthree\tfour", "one\ntwo\r\nthree\tfour")]
    [InlineData("over\rwritten\r", "over\\x0dwritten\\x0d")]
    [InlineData("\x1b[2J\u202E\n", "\\x1b[2J\\u202e\n")]
    public void A_text_that_is_tamed_keeps_its_lines_and_columns(string text, string expected) => Assert.Equal(expected, ControlCharacters.EscapeControlCharacters(text));

    [Fact]
    public void What_is_safe_already_is_the_same_string()
    {
        foreach (string text in HostileTexts.All)
        {
            string escaped = ControlCharacters.Escape(text);
            string tamed = ControlCharacters.EscapeControlCharacters(text);
            Assert.Same(escaped, ControlCharacters.Escape(escaped));
            Assert.Same(tamed, ControlCharacters.EscapeControlCharacters(tamed));
            Assert.Equal(escaped, ControlCharacters.Escape(tamed.Replace("\r\n", "\\x0d\\x0a", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Of_all_characters_there_are_those_that_have_no_shape_are_seen()
    {
        // But for the two that say how the sign before them is drawn.
        int[] drawing = [0xFE0E, 0xFE0F];
        int seen = 0;
        for (int value = 0; value <= 0x10FFFF; value++)
        {
            if (!Rune.TryCreate(value, out Rune character) || drawing.Contains(value))
            {
                continue;
            }

            string text = "a" + character + "b";
            bool isControl = value is < 0x20 or (>= 0x7F and < 0xA0);
            bool isHidden = value is 0xAD or 0x61C or (>= 0x200B and <= 0x200F) or (>= 0x2028 and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0xFEFF or (>= 0xE0000 and <= 0xE0FFF);
            if (isControl || isHidden)
            {
                seen++;
                Assert.DoesNotContain(character.ToString(), ControlCharacters.Escape(text), StringComparison.Ordinal);
            }

            Assert.DoesNotContain(ControlCharacters.Escape(text).EnumerateRunes(), ControlCharacters.IsUnsafe);
        }

        Assert.Equal(65 + 2 + 5 + 7 + 16 + 1 + 4096, seen);
    }

    [Fact]
    public void Halves_of_characters_are_seen() => Assert.Equal("\\ud83dx\\ude00", ControlCharacters.Escape("\uD83Dx\uDE00"));

    [Fact]
    public void Nothing_stays_nothing() => Assert.Null(ControlCharacters.Escape(null));

    [Fact]
    public void Nothing_hostile_is_left_of_anything()
    {
        foreach (string text in HostileTexts.All)
        {
            Assert.DoesNotContain(ControlCharacters.Escape(text).EnumerateRunes(), character => Rune.GetUnicodeCategory(character)
                is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
        }
    }
}
