using System.Globalization;
using System.Text;
using LogAnalysis.Times;
using Xunit;

namespace LogAnalysis.Tests.Formats;

/// <summary>What is remembered of the times before makes reading faster and changes no answer.</summary>
public sealed class TimestampReaderTests
{
    private static readonly DateTime LastWritten = new(2025, 3, 1);

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
}
