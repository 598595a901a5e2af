using System.Text;
using CsCheck;
using LogAnalysis.Files;
using LogAnalysis.Following;

namespace LogAnalysis.Tests.Fuzzing.Targets;

/// <summary>What a checkpoint holds is refused, or followed: it never ends a watch.</summary>
internal sealed class CheckpointTarget() : FuzzTarget("checkpoint")
{
    /// <summary>Stands for the path of the log, which is another each time.</summary>
    private const string PathMark = "/log";

    /// <summary>Stands for the log's own number.</summary>
    private static readonly FileIdentity IdentityMark = new(1111, 2222, DateTime.UnixEpoch);

    private static readonly byte[] Log = [.. Enumerable.Range(0, 200).SelectMany(i => Encoding.UTF8.GetBytes($"2025-01-24 07:00:30 INFO line {i}\n"))];

    private static readonly byte[][] Documents = [.. Enumerable.Range(0, 4).Select(Document)];

    /// <inheritdoc/>
    public override Gen<byte[]> Inputs { get; } = Gen.Frequency((16, AnyBytes.WithOtherValues(Gen.OneOfConst(Documents))), (6, AnyBytes.Tampered(Gen.OneOfConst(Documents))), (1, AnyBytes.Pieces), (1, AnyBytes.Noise));

    /// <inheritdoc/>
    public override void Try(byte[] input)
    {
        using var folder = new TempFolder();
        string path = folder.WriteBytes("a.log", Log);
        string state = folder.WriteBytes("state.json", input);
        string? aside = null;
        using var checkpoint = CheckpointFile.Open(state, (_, name) => aside = name);
        Promise.That(checkpoint.Loaded is null == aside is not null, "it is set aside, or loaded");
        if (checkpoint.Loaded is Checkpoint loaded)
        {
            LogPosition[] positions =
            [
                .. loaded.Positions.Select(position => position with
                {
                    Path = position.Path.Replace(PathMark, path, StringComparison.Ordinal),
                    Identity = position.Identity == IdentityMark ? FileIdentity.Of(path)!.Value : position.Identity,
                }),
            ];
            Follow(path, loaded with { Positions = positions });
            checkpoint.Save(loaded);
            CheckpointDocument.Read(File.ReadAllBytes(state));
        }
    }

    private static void Follow(string path, Checkpoint checkpoint)
    {
        var options = new FollowOptions { Positions = checkpoint.Positions, ResumesFrom = checkpoint.Seen };
        using var file = new TailedPath(path, options, new NoFollowSink(), new FileRegistry(new OpenHandles(100)), _ => { });
        file.Resume();
        file.Start();
        byte[] block = new byte[TailedFile.BlockSize];
        while (file.Look() || file.Read(block))
        {
        }

        file.Complete();
    }

    /// <summary>A checkpoint of the log, read to some line; in some of them the file has another number than it has.</summary>
    private static byte[] Document(int kind)
    {
        int offset = kind * Log.Length / 4;
        ReadOnlySpan<byte> read = Log.AsSpan(0, offset);
        var fingerprint = Fingerprint.Of(
            Log.AsSpan(0, Math.Min(Fingerprint.MaxHead, Log.Length)), read[Math.Max(0, read.Length - Fingerprint.MaxTail)..]);
        LogPosition[] positions =
        [
            .. Enum.GetValues<LogState>().Select(state => new LogPosition(
                PathMark, state, kind == 1 ? new FileIdentity(1, 1) : IdentityMark, offset, kind == 2 ? null : offset, fingerprint)),
        ];
        return CheckpointDocument.Write(new Checkpoint(DateTime.UnixEpoch.AddYears(50), positions));
    }
}
