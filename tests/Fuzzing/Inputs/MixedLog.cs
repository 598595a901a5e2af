using System.Text;

namespace LogAnalysis.Tests.Fuzzing;

/// <summary>Logs that chance puts together: pieces of every kind of log, tampered with here and there.</summary>
internal static class MixedLog
{
    private static readonly string[][] Logs =
    [
        .. Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "cases", "lines")).Order(StringComparer.Ordinal)
            .Select(file => File.ReadLines(file).TakeWhile(line => line != "=== expected").ToArray()),
    ];

    /// <summary>The bytes of a log of some hundred lines.</summary>
    public static byte[] Create(Random random)
    {
        int kinds = random.Next(1, 4);
        string[][] sources = [.. Enumerable.Range(0, kinds).Select(_ => Logs[random.Next(Logs.Length)])];
        var log = new MemoryStream();
        for (int piece = random.Next(1, 30); piece > 0; piece--)
        {
            string[] source = sources[random.Next(kinds)];
            int first = random.Next(source.Length);
            foreach (string line in source.Skip(first).Take(random.Next(1, 25)))
            {
                log.Write(Encoding.UTF8.GetBytes(random.Next(12) == 0 ? HostileLines.Mutate(random, line + " ") : line));
                log.Write(random.Next(10) == 0 ? "\r\n"u8 : "\n"u8);
            }

            if (random.Next(8) == 0)
            {
                byte[] noise = new byte[random.Next(60)];
                random.NextBytes(noise);
                log.Write([.. noise.Select(b => b == 0 ? (byte)'0' : b)]);
            }

            if (random.Next(16) == 0)
            {
                log.Write(Damage(random, source[first]));
            }
        }

        return log.ToArray();
    }

    /// <summary>A hole, NUL bytes, what is no text, or a line in UTF-16.</summary>
    private static byte[] Damage(Random random, string line)
    {
        byte[] noise = new byte[random.Next(300)];
        random.NextBytes(noise);
        return random.Next(6) switch
        {
            0 => new byte[random.Next(3000)],
            1 => new byte[random.Next(4)],
            2 => noise,
            3 => [.. noise, (byte)'\n'],
            4 => Encoding.Unicode.GetBytes(line + "\r\n"),
            _ => Encoding.BigEndianUnicode.GetBytes(line + "\n"),
        };
    }
}
