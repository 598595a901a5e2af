using CsCheck;
using LogAnalysis.Files;
using LogAnalysis.Following;
using LogAnalysis.Model;

namespace LogAnalysis.Tests.Fuzzing.Targets;

/// <summary>A file that grows in pieces has the lines, in the end, that it has when it is read at once.</summary>
internal sealed class FollowingTarget() : FuzzTarget("following")
{
    private const int MaxPieces = 12;

    /// <inheritdoc/>
    public override Gen<byte[]> Inputs { get; } = AnyBytes.WithChoices(AnyBytes.File);

    /// <inheritdoc/>
    public override void Try(byte[] input)
    {
        input = AnyBytes.TakeChoices(input, out Random random);
        bool joins = random.Next(4) == 0;
        using var folder = new TempFolder();
        string path = folder.WriteBytes("a.log", []);
        List<string> followed = Follow(path, input, joins, random, out LogFileErrorKind? kind);
        var lines = new TextSink();
        LogFileErrorKind? expected = FileTarget.Read(path, ReadOptions.Default, lines);

        // A follower has to decide on the encoding by what there is, and whether it is text.
        if (kind is null && expected is null && input.AsSpan(0, Math.Min(input.Length, TextEncoding.ProbeLength)).IndexOf((byte)0) < 0 && TextEncoding.Detect(input, null, out _) is null)
        {
            // Of an entry that is joined, lines that came from another container come before it.
            Promise.Same([.. followed.Order(StringComparer.Ordinal)], [.. lines.Texts.Order(StringComparer.Ordinal)], "reading at once");
            Promise.That(joins || followed.SequenceEqual(lines.Texts), "lines come in order");
        }
    }

    private static List<string> Follow(string path, byte[] input, bool joins, Random random, out LogFileErrorKind? kind)
    {
        LogFileErrorKind? reported = null;
        var sink = new FollowSink();
        var options = new FollowOptions { FromStart = true, JoinsLines = joins, EntryQuiet = TimeSpan.FromHours(1), ElementQuiet = TimeSpan.FromHours(1) };
        using var file = new TailedPath(path, options, sink, new FileRegistry(new OpenHandles(100)), failure => reported = failure.Kind);
        file.Start();
        byte[] block = new byte[TailedFile.BlockSize];
        for (int at = 0, piece = 0; at < input.Length; piece++)
        {
            int length = piece == MaxPieces ? input.Length - at : Math.Min(random.Next(1, input.Length + 1), input.Length - at);
            using (var writer = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
            {
                writer.Write(input, at, length);
            }

            at += length;
            while (file.Look() || file.Read(block))
            {
            }
        }

        file.Complete();
        kind = reported;
        return sink.Texts;
    }

    private sealed class TextSink : ILogSink
    {
        public List<string> Texts { get; } = [];

        public void Add(in LogLine line) => Texts.Add(line.DecodeText());
    }

    private sealed class FollowSink : IFollowSink
    {
        public List<string> Texts { get; } = [];

        public void Add(in LogLine line) => Texts.Add(line.DecodeText());

        public void Add(LogEntry entry) => Texts.AddRange(entry.Text.Split('\n'));

        public void BeginBlock(in FollowedBlock block)
        {
        }

        public void NotifyOpened(in FollowedBlock block, long? lines)
        {
        }

        public void Commit(long offset)
        {
        }

        public void Warn(FollowWarning warning) => Promise.That(warning.Message.Length > 0);
    }
}
