using System.Globalization;
using System.Text;
using LogAnalysis.Times;
using Xunit;

namespace LogAnalysis.Tests.Formats;

/// <summary>What is remembered of the times before makes reading faster and changes no answer.</summary>
public sealed class TimestampReaderTests
{
    private static readonly DateTime LastWritten = new(2025, 3, 1, 0, 0, 30);

    [Theory]
    [InlineData("2025-01-24 07:00:{0}")]
    [InlineData("2025-01-24T07:00:{0},139Z")]
    [InlineData("24/Jan/2025:07:00:{0} +0100")]
    [InlineData("17/06/09 20:10:{0}")]
    [InlineData("24.01.2025 07:00:{0}.139")]
    [InlineData("1/24/2025 7:00:{0} PM")]
    [InlineData("07:00:{0} 24/01/2025")]
    [InlineData("Fri Jan 24 07:00:{0} CET 2025")]
    [InlineData("2025-01-24 | 07:00:{0}")]
    [InlineData("2025:01:24 07:00:{0}")]
    [InlineData("24-Jan-2025 07:00:{0}:139")]
    [InlineData("24-Jan-2025 07:00:{0} +01:00")]
    [InlineData("Jan 24 07:00:{0}")]
    [InlineData("Jan 24 07:00:{0}.139")]
    [InlineData("Jan 24 07:00:{0} 2025")]
    [InlineData("Mar  1 00:00:{0}")]
    [InlineData("Feb 28 23:59:{0}")]
    public void A_time_is_read_alike_whatever_was_read_before(string layout)
    {
        var reader = new TimestampReader(TimeConventions.Default);
        int[] seconds = [30, 31, 31, 5, 60, 61, 59, 0, 99, 30];
        foreach (int second in seconds)
        {
            byte[] text = Encoding.UTF8.GetBytes(string.Format(CultureInfo.InvariantCulture, layout, second.ToString("00", CultureInfo.InvariantCulture)));
            bool isTime = Timestamps.TryParse(text, LastWritten, TimeConventions.Default, out DateTimeOffset expected);
            Assert.Equal(isTime, reader.TryParse(text, LastWritten, out DateTimeOffset found));
            Assert.Equal(expected, found);
        }
    }

    [Fact]
    public void The_year_that_a_time_lacks_follows_from_when_its_log_was_written_each_time()
    {
        var reader = new TimestampReader(TimeConventions.Default);
        reader.TryParse("Jan 24 07:00:30"u8, new DateTime(2025, 3, 1), out DateTimeOffset before);
        reader.TryParse("Jan 24 07:00:31"u8, new DateTime(2024, 3, 1), out DateTimeOffset after);
        Assert.Equal((2025, 2024), (before.Year, after.Year));
    }
}
