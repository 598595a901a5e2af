namespace LogAnalysis.Files;

/// <summary>The compressions in which files are read. To add one takes its class and a line here.</summary>
internal static class Compressions
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Compression> All =
    [
        new GzipCompression(),
        new ZstdCompression(),
        new XzCompression(),
        new Bzip2Compression(),
        new Lz4Compression(),
    ];

    /// <summary>How many bytes of a beginning it takes to recognise any of them.</summary>
    public static int MagicLength { get; } = All.Max(compression => compression.Magic.Length);

    /// <summary>Their names, to be read by people.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(compression => compression.Name));

    /// <summary>The compression of a file that begins so; null where it has none of them.</summary>
    public static Compression? Find(ReadOnlySpan<byte> beginning)
    {
        foreach (Compression compression in All)
        {
            if (beginning.StartsWith(compression.Magic))
            {
                return compression;
            }
        }

        return null;
    }

    /// <summary>A file's name without the extension of a compression: <c>app.log.1</c> for <c>app.log.1.gz</c>.</summary>
    public static string TrimExtension(string name)
    {
        Compression? compression = All.FirstOrDefault(compression => name.Length > compression.Extension.Length && name.EndsWith(compression.Extension, StringComparison.Ordinal));
        return compression is null ? name : name[..^compression.Extension.Length];
    }
}
