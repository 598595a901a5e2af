using System.Text;
using CsCheck;
using LogAnalysis.Model;
using LogAnalysis.Parsing;
using LogAnalysis.Text;

namespace LogAnalysis.Tests.Fuzzing.Targets;

/// <summary>Blocks of bytes become the same lines wherever they end, and no byte is in none or in two.</summary>
internal sealed class SplitterTarget() : FuzzTarget("splitter")
{
    /// <summary>Blocks end between code units, of which the largest has four bytes.</summary>
    private const int Unit = 4;

    /// <summary>Short, so that lines are cut.</summary>
    private const int ShortLine = 50;

    private static readonly Encoding?[] Encodings = [null, null, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1];

    /// <inheritdoc/>
    public override Gen<byte[]> Inputs { get; } = AnyBytes.WithChoices(AnyBytes.File);

    /// <inheritdoc/>
    public override void Try(byte[] input)
    {
        input = AnyBytes.TakeChoices(input, out Random random);
        int longest = random.Next(2) == 0 ? ShortLine : LineSplitter.DefaultMaxLineLength;
        Encoding? encoding = Encodings[random.Next(Encodings.Length)];
        Lines atOnce = Split(input, longest, encoding, () => input.Length);
        Lines inPieces = Split(input, longest, encoding, () => Unit * random.Next(1, 20));
        Promise.Same(inPieces.Texts, atOnce.Texts);
        Promise.That(atOnce.End == input.Length, $"the lines end at {atOnce.End}, the text at {input.Length}");
    }

    private static Lines Split(byte[] input, int longest, Encoding? encoding, Func<int> nextLength)
    {
        var lines = new Lines(longest);
        var splitter = new LineSplitter(longest, encoding);
        for (int at = 0; at < input.Length;)
        {
            int length = Math.Min(nextLength(), input.Length - at);
            splitter.Push(input.AsSpan(at, length), lines);
            at += length;
        }

        splitter.Complete(lines);
        return lines;
    }

    private sealed class Lines(int longest) : ILineHandler
    {
        public List<string> Texts { get; } = [];

        public long End { get; private set; }

        public void Handle(in RawLine line)
        {
            Promise.That(line.Offset == End, $"a line begins at {line.Offset}, behind one that ends at {End}");
            Promise.That(line.Text.Length <= longest, $"a line has {line.Text.Length} bytes, more than {longest}");
            Promise.That(line.MayHave.HasFlag(SpecialBytes.Escape) || !line.Text.Contains(AnsiStripper.Escape), "a line without an escape has one");
            Promise.That(line.MayHave.HasFlag(SpecialBytes.Nul) || !line.Text.Contains((byte)0), "a line without a NUL byte has one");
            End += line.ByteCount;
            Texts.Add($"{line.Offset}+{line.ByteCount} {line.IsCut} {Convert.ToHexString(line.Text)}");
        }
    }
}
