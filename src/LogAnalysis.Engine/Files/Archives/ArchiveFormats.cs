namespace LogAnalysis.Files;

/// <summary>The kinds of archives whose members are read. To add one takes its class and a line here.</summary>
internal static class ArchiveFormats
{
    /// <summary>How much of a beginning it takes to recognise any of them, in bytes.</summary>
    public const int ProbeLength = 512;

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<ArchiveFormat> All =
    [
        new ZipArchiveFormat(),
        new TarArchiveFormat(),
        new SevenZipArchiveFormat(),
    ];

    /// <summary>Their names, to be read by people.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(format => format.Name));

    /// <summary>The format of a file that begins so; null where it is no archive.</summary>
    public static ArchiveFormat? Find(ReadOnlySpan<byte> beginning)
    {
        foreach (ArchiveFormat format in All)
        {
            if (format.Matches(beginning))
            {
                return format;
            }
        }

        return null;
    }
}
