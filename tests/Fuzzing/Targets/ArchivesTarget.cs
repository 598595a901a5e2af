using System.IO.Compression;
using CsCheck;
using LogAnalysis.Files;
using LogAnalysis.Tests.Support;

namespace LogAnalysis.Tests.Fuzzing.Targets;

/// <summary>Whatever an archive holds, its logs have names within it, and each is read in the same way twice, or has the same error.</summary>
internal sealed class ArchivesTarget() : FuzzTarget("archives")
{
    private static readonly byte[][] Archives =
    [
        .. ArchiveSample.Names.Select(ArchiveSample.Of),
        ArchiveSample.Zip(("../../etc/passwd", "x"u8.ToArray()), ("/abs.log", ArchiveSample.Log("a")), ("a\\..\\b.log", ArchiveSample.Log("b")), (".", ArchiveSample.Log("c")), ("a.log", ArchiveSample.Log("d")), ("a.log", ArchiveSample.Log("e"))),
        ArchiveSample.Zip(("inner.zip", ArchiveSample.Zip(("x.log", ArchiveSample.Log("f")))), ("inner.tar.gz", ArchiveSample.Gzip(ArchiveSample.Tar(("y.log", ArchiveSample.Log("g")))))),
        ArchiveSample.Tar(("a.log.gz", ArchiveSample.Gzip(ArchiveSample.Log("h"))), ("b.log", [])),
    ];

    /// <inheritdoc/>
    public override Gen<byte[]> Inputs { get; } = AnyBytes.Tampered(Gen.OneOfConst(Archives));

    /// <inheritdoc/>
    public override void Try(byte[] input)
    {
        using var folder = new TempFolder();
        string path = folder.WriteBytes("a.zip", input);
        string[] once = Read(path);
        if (!IsCutZip(input))
        {
            Promise.Same(once, Read(path), "reading it again");
        }
    }

    /// <summary>
    /// Where the list of members of a zip is lost, another library reads on from what is there. Behind damage it gives what it had in memory before, which is not
    /// the same twice.
    /// </summary>
    private static bool IsCutZip(byte[] input)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(input), ZipArchiveMode.Read);
            return zip.Entries.Count < 0;
        }
        catch (InvalidDataException)
        {
            return input.AsSpan().StartsWith("PK"u8);
        }
    }

    private static string[] Read(string path)
    {
        using var files = new ArchiveFiles();
        if (files.Find(path) is not ArchiveFile archive)
        {
            return ["no archive"];
        }

        return [.. archive.Listing.Members.Select(member => Describe(files, path, member)), .. archive.Listing.NotText, .. archive.Listing.Failures.Select(failure => $"{failure.Path} {failure.Kind}")];
    }

    private static string Describe(ArchiveFiles files, string archive, ArchiveMember member)
    {
        Promise.That(member.Path.StartsWith(archive + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !member.Path[archive.Length..].Split('/', '\\').Contains(".."), $"'{member.Path}' is in the archive");
        var lines = new TranscriptCounter();
        LogFileErrorKind? kind = FileTarget.Read(member.Path, new ReadOptions { Open = files.Open }, lines);

        return $"{member.Path[archive.Length..]} {kind} {lines.Lines.Count} {string.Join('\n', lines.Lines).GetHashCode(StringComparison.Ordinal)}";
    }
}
