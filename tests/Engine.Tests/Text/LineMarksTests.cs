using System.Text;
using LogAnalysis.Text;
using Xunit;

namespace LogAnalysis.Tests.Text;

/// <summary>The marks of a line are found alike whatever its length, and wherever in it they are.</summary>
public sealed class LineMarksTests
{
    private const string Marks = ".:=[]\"\t,/>|!%0";

    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, 50)];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Each_mark_is_found_at_each_place_and_no_other(int length)
    {
        Assert.Equal(0, LineMarks.Of(new byte[length]));
        for (int at = 0; at < length; at++)
        {
            foreach (char mark in Marks)
            {
                Assert.Equal(LineMarks.SetOf(mark.ToString()), Find(length, at, $"{mark}"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_colon_is_closed_by_a_blank_or_another_colon_behind_it(int length)
    {
        for (int at = 0; at + 1 < length; at++)
        {
            Assert.Equal(LineMarks.SetOf(": "), Find(length, at, ": "));
            Assert.Equal(LineMarks.SetOf(": "), Find(length, at, "::"));
            Assert.Equal(LineMarks.SetOf(":"), Find(length, at, ":x"));
            Assert.Equal(LineMarks.SetOf(":"), Find(length, at, " :"));
        }
    }

    private static int Find(int length, int at, string text) =>
        LineMarks.Of(Encoding.ASCII.GetBytes(new string('a', at) + text + new string('z', length - at - text.Length)));
}
