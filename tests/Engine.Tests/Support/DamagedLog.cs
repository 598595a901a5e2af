using System.Text;

namespace LogAnalysis.Tests.Support;

/// <summary>A log with a hole, with damage, or with UTF-16 in it.</summary>
/// <param name="Name">What is wrong with it. Theories take logs by name: xUnit would write the bytes down, several gigabytes of text for these.</param>
/// <param name="Bytes">The log.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Errors">How many of them are errors.</param>
/// <param name="Unreadable">In how many places something is no text.</param>
internal sealed record DamagedLog(string Name, byte[] Bytes, int Entries, int Errors, int Unreadable)
{
    /// <summary>A line that is no error.</summary>
    public const string Info = "2025-01-24 07:00:30 INFO order placed\n";

    private const string Error = "2025-01-24 07:00:31 ERROR payment failed\n";

    /// <summary>The logs.</summary>
    public static IReadOnlyList<DamagedLog> All { get; } =
    [
        new("a hole at the beginning", [.. new byte[960], .. Utf8(Info + Error)], 2, 1, 1),
        new("a long hole at the beginning", [.. new byte[5_000_000], .. Utf8(Info + Error)], 2, 1, 1),
        new("a hole at the end", [.. Utf8(Info + Error), .. new byte[100_000]], 2, 1, 1),
        new("a hole in a line", [.. Utf8(Info + "2025-01-24 07:00:30 INFO cut"), .. new byte[4096], .. Utf8(Error + Info)], 4, 1, 1),
        new("a long hole in a line", [.. Utf8(Info + "2025-01-24 07:00:30 INFO cut"), .. new byte[3_000_000], .. Utf8(Error + Info)], 4, 1, 1),
        new("a hole between lines", [.. Utf8(Info), .. new byte[4096], (byte)'\n', .. Utf8(Error + Info)], 3, 1, 1),
        new("a stray byte", Utf8(Info + Error.Replace(" failed", "\0 failed\0", StringComparison.Ordinal) + Info), 3, 1, 0),
        new("a byte between two fields", Utf8(Info + Error.Replace(" ERROR ", "\0ERROR\0", StringComparison.Ordinal)), 2, 1, 0),
        new("damage", [.. Utf8(Many(Info, 200)), .. Noise(4096), (byte)'\n', .. Utf8(Error + Info)], 202, 1, 1),
        new("damage in a line", [.. Utf8(Many(Info, 200) + "2025-01-24 07:00:30 ERROR cut"), .. Noise(4096), (byte)'\n', .. Utf8(Error + Info)], 203, 2, 1),
        new("damage twice", [.. Utf8(Many(Info, 200)), .. Noise(2048), (byte)'\n', .. Utf8(Error), .. Noise(2048), (byte)'\n', .. Utf8(Info)], 202, 1, 2),
        new("damage at the beginning of a long log", [.. Noise(9000), (byte)'\n', .. Utf8(Many(Info + Error, 1000))], 2000, 1000, 1),
        new("UTF-16 appended", [.. Utf8(Info), .. Encoding.Unicode.GetBytes((Error + Info).Replace("\n", "\r\n", StringComparison.Ordinal)), .. Utf8(Error)], 4, 2, 0),
        new("UTF-16 with a mark appended", [.. Utf8(Info), .. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Error + Info)], 3, 1, 0),
        new("UTF-16 of the other order appended", [.. Utf8(Info), .. Encoding.BigEndianUnicode.GetBytes(Error + Info), .. Utf8(Error)], 4, 2, 0),
        new("UTF-16 appended within a line", [.. Utf8("2025-01-24 07:00:30 INFO from "), .. Encoding.Unicode.GetBytes("here\n" + Error)], 2, 1, 0),
        new("UTF-16 behind a short line", [.. Utf8("x\r\n"), .. Encoding.Unicode.GetBytes(Many(Error, 100))], 101, 100, 0),
        new("UTF-16, and ASCII appended", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Info + Error), .. Utf8(Error + Info)], 4, 2, 0),
        new("UTF-16, and ASCII of an even length appended", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes((Info + Error).Replace("\n", "\r\n", StringComparison.Ordinal)), .. Utf8(Error.Replace(" f", "  f", StringComparison.Ordinal) + Info)], 4, 2, 0),
        new("UTF-16 without a mark, and ASCII appended", [.. Encoding.Unicode.GetBytes(Many(Info, 20)), .. Utf8(Many(Error, 20))], 40, 20, 0),
        new("UTF-16 of other letters", [.. Utf8(Info), .. Encoding.Unicode.GetBytes(Error + "中文\r\n" + Error + "日志错误\n"), .. Utf8(Error)], 4, 3, 0),
    ];

    /// <summary>Bytes that are no text.</summary>
    public static byte[] Noise(int length)
    {
        byte[] noise = new byte[length];
        new Random(7).NextBytes(noise);
        noise[0] = 0;
        return noise;
    }

    private static string Many(string lines, int count) => string.Concat(Enumerable.Repeat(lines, count));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
