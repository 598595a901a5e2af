using System.IO.Compression;
using System.Text;
using CsCheck;

namespace LogAnalysis.Tests.Fuzzing;

/// <summary>Inputs to choose from: real ones, tampered with, and noise.</summary>
internal static class AnyBytes
{
    private const int ChoiceLength = 2;

    private static readonly Gen<byte[]> Piece = Gen.Frequency(
        (4, Gen.OneOfConst<byte[]>([.. HostileTokens.All])),
        (1, Gen.Byte.Array[1, 12]));

    private static readonly Gen<Mutation> Change = Gen.Select(
        Gen.Enum<MutationKind>(), Gen.Double.Unit, Gen.Int[1, 60], Piece, (kind, place, length, piece) => new Mutation(kind, place, length, piece));

    /// <summary>Noise that is no text of any kind.</summary>
    public static Gen<byte[]> Noise { get; } = Gen.Byte.Array[0, 400];

    /// <summary>Pieces that make readers stumble, one behind the other.</summary>
    public static Gen<byte[]> Pieces { get; } = Piece.Array[0, 30].Select(pieces => pieces.SelectMany(piece => piece).ToArray());

    /// <summary>One line of any kind of log, tampered with.</summary>
    public static Gen<byte[]> Line { get; } = Gen.Frequency(
        (8, Tampered(Gen.OneOfConst<byte[]>([.. HostileLines.Seeds.Select(Encoding.UTF8.GetBytes)]))),
        (1, Pieces),
        (1, Noise));

    /// <summary>Some lines of one kind of log or several, tampered with.</summary>
    public static Gen<byte[]> Log { get; } = Gen.Frequency(
        (6, Tampered(Gen.Int.Select(seed => MixedLog.Create(new Random(seed))))),
        (3, Line.Array[0, 12].Select(lines => lines.SelectMany(line => (byte[])[.. line, (byte)'\n']).ToArray())),
        (1, Noise));

    /// <summary>A log as a file may hold it: in some encoding, with a mark or without.</summary>
    public static Gen<byte[]> File { get; } = Gen.Frequency(
        (6, Log),
        (3, Tampered(Gen.Select(Log, Gen.OneOfConst("utf-16", "utf-16BE", "utf-32", "utf-8"), Gen.Bool, Encode))),
        (1, Noise));

    /// <summary>A log compressed with gzip, most of them damaged.</summary>
    public static Gen<byte[]> Gzip { get; } = Gen.Frequency(
        (1, File.Select(Compress)),
        (5, Tampered(File.Select(Compress))),
        (1, Gen.Select(File.Select(Compress), File.Select(Compress), (one, other) => (byte[])[.. one, .. other])),
        (1, Noise.Select(noise => (byte[])[0x1F, 0x8B, 8, .. noise])));

    /// <summary>Inputs with none to eight changes.</summary>
    public static Gen<byte[]> Tampered(Gen<byte[]> inputs) =>
        Gen.Select(inputs, Change.Array[0, 8], (input, changes) => changes.Aggregate(input, (bytes, change) => change.Apply(bytes)));

    /// <summary>JSON with one to four other values than it had.</summary>
    public static Gen<byte[]> WithOtherValues(Gen<byte[]> documents) => Gen.Select(
        documents,
        Gen.Select(Gen.Double.Unit, Gen.OneOfConst<string>(JsonChange.Values), (place, value) => new JsonChange(place, value)).Array[1, 4],
        (document, changes) => changes.Aggregate(document, (bytes, change) => change.Apply(bytes)));

    /// <summary>Inputs with two bytes before them that decide whatever else there is to choose: so an input can be repeated by itself.</summary>
    public static Gen<byte[]> WithChoices(Gen<byte[]> inputs) => Gen.Select(Gen.Byte.Array[ChoiceLength], inputs, (choice, input) => (byte[])[.. choice, .. input]);

    /// <summary>Takes such an input apart.</summary>
    /// <param name="input">The input.</param>
    /// <param name="choices">Receives what chooses.</param>
    /// <returns>The input without the two bytes.</returns>
    public static byte[] TakeChoices(byte[] input, out Random choices)
    {
        int length = Math.Min(ChoiceLength, input.Length);
        choices = new Random(input[..length].Aggregate(0, (seed, next) => (seed << 8) | next));
        return input[length..];
    }

    private static byte[] Encode(byte[] log, string name, bool isMarked)
    {
        var encoding = Encoding.GetEncoding(name);
        return [.. isMarked ? encoding.GetPreamble() : [], .. encoding.GetBytes(Encoding.UTF8.GetString(log))];
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray();
    }
}
