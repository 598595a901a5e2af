using System.IO.Compression;
using System.Text;

namespace LogAnalysis.Tests.Support;

/// <summary>A log of forty lines, as each compression makes it. .NET compresses with gzip only; the others were made with their own tools.</summary>
internal static class CompressedSample
{
    private static readonly Dictionary<string, string> Made = new()
    {
        ["zstd"] =
            "KLUv/WQkBHUFAFLKGBSAazo0SdpNsURbl4I0mVQSGmGwHsCqtaqpqUKFohpqT9v2Xpa9Xtdrtam3t7c/9/7PjW/TSCMTaaSRdsrOSR6PaymVLAkCQue0T6Q4DCNwpjQLYwmSJITdDXdDOjsHvAB9B0"
            + "6oEbDpLft3oJkKBxEoBBOGZR+I0Lt/Kz6gSSolO3LLkPrTff86/5xKbiJkJ0QmaUsIKqXR6cCafcNjkwsKPnhA0xgENUQkVffd/Dk=",
        ["xz"] =
            "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AUjAMVdABkMApKbFMHWfdgjeLyyBy+9NrqYBGuGLnscj0F/s2lK7cFiaqKRNDLxgd4GmGtDlYKwZx2//yEdDpUUy/Zh/RiyuuR2Zcktzg/jeckSm+eWY8"
            + "EHEax3FAQGZoJkOP4plL5IlvOvDBVFQugEfqa+Tjxp3j0ij1M2xMn4ebfmLkzvywNqheg5bzTyadoCEfYyG8ZvfebiNWd6xXGfLlP2JSYXzGgKTi2XvdjxIoFKKz5K1PBgKYV53hMEwEf/TiZPMoWW"
            + "jf0rAAAAAEJ4tUv5mrZaAAHhAaQKAADOPrPsscRn+wIAAAAABFla",
        ["bzip2"] =
            "QlpoOTFBWSZTWb2C1VEAASBfAAAQQAJ/8AMhkAACJTABJmIQUeTPVQAaAaek0qeoAA0wVFU9CAaBo00eLTRlnoAAAAAAAAABeERFRlVUQwHm2MMEFpytTSVVTElY1MlOQ73uqMyy1LZLZLWYjoI1vX"
            + "r2xjHlEeRFwIsaCK0EcNMtLljHARlnbbbbbaAATMeXczykqTYAaSVJs4JKk2AAa1pvLmAAAAAAGZBJUmPJJE3BJUpbjbkkku7tJUpJBuEuBcXhJFkhmmyCoNkGyDVNUqbJuI3EcRG4j+LuSKcKEhew"
            + "Wqog",
        ["lz4"] =
            "BCJNGHRAvYkBAAD+EjIwMjUtMDEtMjQgMDc6MDA6MDAgRVJST1IgbGluZSAwCiEAYjEgSU5GTyAAHzEgAAAXMiAAHzIgAAAXMyAAHzMgAAAXNCAAHzQgAAAXNSAAHzUgAAAXNiAAHzYgAAAYN+EAHz"
            + "chAAAXOEEAHzggAAAXOSAAHjkgACgxMCEBD0IBABkxQgEPQwEAGDFDAR8xRAEAGDFEAR8xRQEAKDE05QAfMUcBABgxRwEfMUgBABgxSAEfMUkBACgxNyEAD0kBABgxSQEfMUoBABgxSgEfMUsBABgy"
            + "SwEfMksBACgyMegAHzJMAQAZMo8CD0wBABgyTAEfMkwBABgykQIfMksBABgySwEfMksBABgySwEfMksBABgySwEfMksBACkyOOgAD0wBABgyTAEfMkwBABgzTAEfM0wBABgzlwIfM0sBABgzSwEfM0"
            + "sBABkz2wMPSwEAGDNLAR8zSwEAKDM16AAfM0wBABgzTAEfM0wBABgzTAEfM0wBABgzlwIfM0sBABYzSwFQZSAzOQrVf/XRAAAAAItRxGs=",
    };

    /// <summary>The log.</summary>
    public static byte[] Text { get; } =
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 40).Select(i => $"2025-01-24 07:00:{i:00} {(i % 7 == 0 ? "ERROR" : "INFO")} line {i}\n")));

    /// <summary>The log, compressed.</summary>
    /// <param name="name">The name of the compression.</param>
    public static byte[] Of(string name) => name == "gzip" ? Gzip(Text) : Convert.FromBase64String(Made[name]);

    private static byte[] Gzip(byte[] text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            gzip.Write(text);
        }

        return compressed.ToArray();
    }
}
