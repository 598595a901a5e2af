using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace LogAnalysis.Text;

/// <summary>
/// Tells fast of most texts that none of some phrases is in them, whatever their case and wherever: looks at sixteen places at once for the first three bytes
/// of any, and compares only there.
/// </summary>
/// <remarks>Source: Wang and others, "Hyperscan: A Fast Multi-pattern Regex Matcher for Modern CPUs", NSDI 2019: its literal matcher, as other tools have it.</remarks>
internal sealed class PhraseSieve
{
    private const int Fingerprint = 3;
    private const int MinLength = 16 + Fingerprint - 1;
    private const uint LowerCase = 0x20202020;

    private readonly Phrase[][] _classes;
    private readonly NibbleTable _first;
    private readonly NibbleTable _second;
    private readonly NibbleTable _third;

    /// <summary>Makes the sieve.</summary>
    /// <param name="phrases">The phrases, of ASCII and three bytes at least.</param>
    public PhraseSieve(IEnumerable<string> phrases)
    {
        _classes = Divide([.. phrases.Select(phrase => phrase.ToLowerInvariant()).Distinct()]);
        _first = TableOf(0);
        _second = TableOf(1);
        _third = TableOf(2);
    }

    /// <summary>Whether any of the phrases may be in a text; of a short one nothing is known.</summary>
    public bool MayOccur(ReadOnlySpan<byte> text)
    {
        if (text.Length < MinLength || !NibbleTable.IsSupported)
        {
            return true;
        }

        ref byte start = ref MemoryMarshal.GetReference(text);
        int last = text.Length - MinLength;
        for (int at = 0; ; at = Math.Min(at + Vector128<byte>.Count, last))
        {
            Vector128<byte> found = _first.Find(Vector128.LoadUnsafe(ref start, (nuint)at))
                & _second.Find(Vector128.LoadUnsafe(ref start, (nuint)at + 1))
                & _third.Find(Vector128.LoadUnsafe(ref start, (nuint)at + 2));
            if (found != Vector128<byte>.Zero && IsAny(text[at..], found))
            {
                return true;
            }

            if (at == last)
            {
                return false;
            }
        }
    }

    /// <summary>Divides the phrases so that those that begin alike are together.</summary>
    private static Phrase[][] Divide(string[] phrases)
    {
        // A phrase within another finds that too.
        string[] needed = [.. phrases.Where(phrase => !phrases.Any(other => other != phrase && phrase.Contains(other, StringComparison.Ordinal))).Order(StringComparer.Ordinal)];
        return [.. needed.Select((phrase, index) => (Phrase: new Phrase(phrase), Class: index * NibbleTable.Classes / needed.Length))
            .GroupBy(member => member.Class).Select(group => group.Select(member => member.Phrase).ToArray())];
    }

    private NibbleTable TableOf(int place) =>
        new(_classes.SelectMany((phrases, number) => phrases.SelectMany(phrase => BothCases(phrase.Text[place]).Select(value => (value, number)))));

    private static byte[] BothCases(byte value) => [value, (byte)char.ToUpperInvariant((char)value)];

    private bool IsAny(ReadOnlySpan<byte> text, Vector128<byte> found)
    {
        uint places = ~Vector128.Equals(found, Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF;
        for (; places != 0; places &= places - 1)
        {
            int at = BitOperations.TrailingZeroCount(places);
            for (int classes = found[at]; classes != 0; classes &= classes - 1)
            {
                foreach (Phrase phrase in _classes[BitOperations.TrailingZeroCount(classes)])
                {
                    if (phrase.Begins(text[at..]))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private sealed class Phrase
    {
        private readonly uint _head;
        private readonly uint _mask;

        public Phrase(string text)
        {
            Text = Encoding.ASCII.GetBytes(text);
            _mask = text.Length > Fingerprint ? uint.MaxValue : 0x00FFFFFF;
            _head = HeadOf(Text) & _mask;
        }

        public byte[] Text { get; }

        public bool Begins(ReadOnlySpan<byte> text) =>
            (HeadOf(text) & _mask) == _head && text.Length >= Text.Length && Ascii.EqualsIgnoreCase(text[..Text.Length], Text);

        private static uint HeadOf(ReadOnlySpan<byte> text) =>
            LowerCase | (text.Length > Fingerprint ? BinaryPrimitives.ReadUInt32LittleEndian(text) : text[0] | ((uint)text[1] << 8) | ((uint)text[2] << 16));
    }
}
