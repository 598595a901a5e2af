using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace LogAnalysis.Tests.Support;

/// <summary>Archives. .NET makes zip and tar, and compresses with gzip; the others were made with their own tools, of <see cref="CompressedSample.Text"/>.</summary>
internal static class ArchiveSample
{
    private static readonly Dictionary<string, string> Made = new()
    {
        ["tar.zst"] =
            "KLUv/WQAJ6UHABLNIhhwTzoodzPUtTGY8fD3lnLLlBQMoNVdGGQFSAmhTDz+/Px+/3/ft9v7PiVklIlGHx+fz/dt22ar65QQykQ8Zna/bVarpYRQJuI5d79tCQPiYAxQw4A4HkaRUCgKpiW0hKw5B6"
            + "yB47ooyyJpS7KgTCpVNXX7rZXXJro/Vnfn1h22GstDEIksBpPG8ghYqEGIWEFqZWcMoKdSbDIIRAjGswUSARadZzLLH2Pd2IBOxnfekNgyunDVdPOjHbhmhWiw11x+fwkHtgsq5dEsnG3wPdzzkCeB"
            + "abASLIVBTEPILxKjC7xpGKjl7/8zpzwAE7Bp56k1Lyid",
        ["tar.xz"] =
            "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4Cf/ASldADYbyRqz2p1goNK83yfriK9g+0vqIWyfqa1qQxddI9Iob/LMAPdKcu/hDZil2LSaZ9hbg9DX+PpWsn5gocizaOqbTs5cbM6F2KysFVx+8EB/jd"
            + "PPmzB61ws/CKFIUN9yqS0h6W79G9M400pXfm2ogCqMimLoPVIJsLkjkY2GvcleqM/fYGyk4ZC9u9JSKTPlDOweXmnmsp90v34bcETbtw9HyccQLkEtM4n4I8pjBkHhhRdrLtqzf0qi7f37B22VEQhs"
            + "bCNVtwvtJja7XESWlZbMc0J8l9aiouzTKBMRpw2unK7NKB1e0F0u7DwLhVGGEuz5hoQUYc8HYuY7w01NWY76KydQ1W+2AXfQ+sBFddWU6kWU0Rw3kwaAy+3rRR1BC9cjWMaDNDFVgAAAAAAfZ+vJdM"
            + "KJWgABxQKAUAAAMZBVebHEZ/sCAAAAAARZWg==",
        ["tar.bz2"] =
            "QlpoOTFBWSZTWVLtli0AAvD/kMgQAEBAA//wAyGUAGKl3gAEAABIMAFjMQNFTYb1SgAANAABqfpE1RoEZNMAmRiZAVKBKaaHqGg0AbUaYT0udpfkklSiZmSySyuvWm6KJMk7LW+fQU06jWAAAAAAAA"
            + "ABZutEkydmZK2C04rdN7WnalcNIepERWdSLorUiROUr72TuzO6Z3ZneSlGBGsR/cNuaUvnne1rWT3om7Z60mzAitPYRWuoRqq1UmsRRWEV14xS9rVETcAhuGwpsAAvVOoib+t1rWSiAAwSVk90PGkr"
            + "JttgGDMMG7xN/duGwpsAAA2JxiuJKyY8Wypiqik3IkrJyOW3OeKyytlla1ui4jGMYpWt6XtelLXZiKSQwmiCiDRBog2ptSiaJm03cBHFxEdQjfz5CLt7JpybvHjzyb+exB/i7kinChIKXbLFoA==",
        ["tar.lz4"] =
            "BCJNGGRApwwCAADfbG9ncy9hcHAubG9nAAEARJIwMDAwNjQ0ADABAAwIAP8MMjQ0NAAxNTMwMjY3MDA0NwAwMTMzMTMAIDAAAQBQz3VzdGFyADAwcm9vdCgACQ8gAA0M3QAPAQCU/hIyMDI1LTAxLT"
            + "I0IDA3OjAwOjAwIEVSUk9SIGxpbmUgMAohAGIxIElORk8gAB8xIAAAFzIgAB8yIAAAFzMgAB8zIAAAFzQgAB80IAAAFzUgAB81IAAAFzYgAB82IAAAGDfhAB83IQAAFzhBAB84IAAAFzkgAB45IAAo"
            + "MTAhAQ9CAQAZMUIBD0MBABgxQwEfMUQBABgxRAEfMUUBACgxNOUAHzFHAQAYMUcBHzFIAQAYMUgBHzFJAQAoMTchAA9JAQAYMUkBHzFKAQAYMUoBHzFLAQAYMksBHzJLAQAoMjHoAB8yTAEAGTKPAg"
            + "9MAQAYMkwBHzJMAQAYMpECHzJLAQAYMksBHzJLAQAYMksBHzJLAQAYMksBHzJLAQApMjjoAA9MAQAYMkwBHzJMAQAYM0wBHzNMAQAYM5cCHzNLAQAYM0sBHzNLAQAZM9sDD0sBABgzSwEfM0sBACgz"
            + "NegAHzNMAQAYM0wBHzNMAQAYM0wBHzNMAQAYM5cCHzNLAQAYM0sBTzM5CgABAP//////////////////////////////////////////41AAAAAAAAAAAACwoaQb",
        ["7z"] =
            "N3q8ryccAAL/ef0FgQEAAAAAAAApAAAAAAAAAPYJnl3gBSMAxV0AGQwCkpsUwdZ92CN4vLIHL702upgEa4YuexyPQX+zaUrtwWJqopE0MvGB3gaYa0OVgrBnHb//IR0OlRTL9mH9GLK65HZlyS3OD+"
            + "N5yRKb55ZjwQdGgHTjOHJ8T2XJqF+GeWC+GJUSz3UlRUdXLWSckYt79/58dTaHqxz8zY5kU9K4gWBTpNPPwjH36kT38z0WmZyKhJGvFgxtx6hdG3KQi7U38qUE2I5zwcUh6rCgpSJb23rUP7o/Oh7f"
            + "K4JLIkzxFJdnKT0AAQAdMjAyNS0wMS0yNCAwNzowMDowMCBJTkZPIG1vcmUKAAEABQEAAgAAAAAAAIEzB65PpQDuHkVZIAx1DBwI2qqEpCQ4H3KHvImO1KwCOPhW4Sg9ZDVXhheeH6AhW8p5D1bfku"
            + "8n/xGvFFL4u55b5yaAWP5kPdyPg3dOegRaVlu/qycWlVLDh2PnhagBn3JrHEOU2+lNEXUzV2HCZ2LwPjOkG4XQfNKYbP40bvJ4p//fPQAAFwaA+QEJgIgKARGELBMABwsBAAEjAwEBBV0AABAADIDA"
            + "CgHUAPOLAAA=",
    };

    /// <summary>Kinds of archives with a member <c>logs/app.log</c>, which is <see cref="CompressedSample.Text"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["zip", "tar", "tar.gz", .. Made.Keys];

    public static byte[] Of(string name) => name switch
    {
        "zip" => Zip(("logs/app.log", CompressedSample.Text)),
        "tar" => Tar(("logs/app.log", CompressedSample.Text)),
        "tar.gz" => Gzip(Tar(("logs/app.log", CompressedSample.Text))),
        _ => Convert.FromBase64String(Made[name]),
    };

    public static byte[] Zip(params IEnumerable<(string Name, byte[] Bytes)> members)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach ((string name, byte[] bytes) in members)
            {
                using Stream member = zip.CreateEntry(name).Open();
                member.Write(bytes);
            }
        }

        return file.ToArray();
    }

    public static byte[] Tar(params IEnumerable<(string Name, byte[] Bytes)> members)
    {
        using var file = new MemoryStream();
        using (var tar = new TarWriter(file, TarEntryFormat.Pax))
        {
            foreach ((string name, byte[] bytes) in members)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(bytes), ModificationTime = new DateTimeOffset(2025, 1, 24, 7, 0, 0, TimeSpan.Zero) });
            }
        }

        return file.ToArray();
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray();
    }

    /// <summary>A log of some lines, the first of which says which log it is.</summary>
    public static byte[] Log(string message, int lines = 1) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, lines).Select(i => $"2025-01-24 07:00:00 ERROR {message} {i}\n")));
}
