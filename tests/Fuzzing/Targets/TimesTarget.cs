using System.Text;
using CsCheck;
using LogAnalysis.Times;

namespace LogAnalysis.Tests.Fuzzing.Targets;

/// <summary>Whatever stands where a time or a duration should: it is one, or it is none, and a log's reader says the same as if there were no line before.</summary>
internal sealed class TimesTarget() : FuzzTarget("times")
{
    private static readonly DateTime Reference = new(2025, 1, 24, 7, 0, 30, DateTimeKind.Local);

    private static readonly byte[][] Times =
    [
        .. new[]
        {
            "2025-01-24T07:00:30.139632123Z", "2025-01-24 07:00:30,139", "2025-01-24 07:00:30+02:00", "24/Jan/2025:07:00:30 +0100", "Jan 24 07:00:30", "Fri Jan 24 07:00:30 2025", "01-24 07:00:30.123", "1737702030.139",
            "1737702030139", "20250124-07:00:30:139", "20171223-22:15:29:606", "2005-06-03-15.42.50.675872", "17/06/09 20:10:40", "07:00:30", "Jan 24, 2025 7:00:30 AM", "1.737702030139E9", "2025/01/24 07:00:30", "24.01.2025 07:00:30",
            "0.123", "12.3ms", "PT1.5S", "1h2m3s", "rt=0.1", "123us", "1e3", "00:00:01.5", "-1", "0.001 0.002",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    /// <inheritdoc/>
    public override Gen<byte[]> Inputs { get; } = Gen.Frequency(
        (6, AnyBytes.Tampered(Gen.OneOfConst(Times).Array[1, 4].Select(times => times.SelectMany(time => (byte[])[.. time, (byte)'\n']).ToArray()))),
        (1, AnyBytes.Pieces),
        (1, AnyBytes.Noise));

    /// <inheritdoc/>
    public override void Try(byte[] input)
    {
        var reader = new TimestampReader(TimeConventions.Default);
        foreach (string text in Encoding.Latin1.GetString(input).Split('\n'))
        {
            byte[] bytes = Encoding.Latin1.GetBytes(text);
            bool isTime = Timestamps.TryParse(bytes, Reference, TimeConventions.Default, out DateTimeOffset time);
            bool isRead = reader.TryParse(bytes, Reference, out DateTimeOffset read);
            Promise.That(isTime == isRead && (!isTime || time.EqualsExact(read)), $"a log's reader takes '{text}' for {(isRead ? read : null)}, not {(isTime ? time : null)}");
            Promise.That(LeadingTimestamp.Match(bytes, out _) is >= 0 and int length && length <= bytes.Length, $"a time at the beginning of '{text}' lies within it");
            Promise.That(ResponseTime.Find(bytes) is null or { Ticks: >= 0 }, $"'{text}' is no less than nothing");
            foreach (DurationUnit unit in Enum.GetValues<DurationUnit>().Where(unit => unit != DurationUnit.AccessLog))
            {
                Promise.That(bytes.Length == 0 || DurationText.Read(bytes, unit) is null or { Ticks: >= 0 }, $"'{text}' {unit} is no less than nothing");
            }
        }
    }
}
