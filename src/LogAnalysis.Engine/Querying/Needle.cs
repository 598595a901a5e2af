using System.Numerics;
using System.Text;

namespace LogAnalysis.Querying;

/// <summary>A text in ASCII that is sought, whatever the case: where its two rarest letters are, the rest is compared.</summary>
internal sealed class Needle
{
    /// <summary>The letters of English, the rarest last. What is none is frequent in logs.</summary>
    private const string ByFrequency = "etaoinsrhldcumfpgwybvkxjqz";

    /// <summary>Upper and lower case of a letter differ in this bit. Other characters that differ in it are told apart when the rest is compared.</summary>
    private const byte CaseBit = 0x20;

    private readonly byte[] _text;
    private readonly int _rarest;
    private readonly int _second;
    private readonly Vector<byte> _rarestLetter;
    private readonly Vector<byte> _secondLetter;

    /// <param name="text">The text, of two characters at least.</param>
    public Needle(string text)
    {
        _text = Encoding.ASCII.GetBytes(text);
        int[] places = [.. Enumerable.Range(0, text.Length).OrderByDescending(at => ByFrequency.IndexOf(char.ToLowerInvariant(text[at]), StringComparison.Ordinal))];
        (_rarest, _second) = (places[0], places[1]);
        _rarestLetter = new Vector<byte>((byte)(_text[_rarest] | CaseBit));
        _secondLetter = new Vector<byte>((byte)(_text[_second] | CaseBit));
    }

    /// <summary>Whether a text contains it.</summary>
    public bool IsIn(ReadOnlySpan<byte> text)
    {
        var caseBits = new Vector<byte>(CaseBit);
        int starts = text.Length - _text.Length + 1;
        int start = 0;
        for (; start <= starts - Vector<byte>.Count; start += Vector<byte>.Count)
        {
            Vector<byte> isRarest = Vector.Equals(new Vector<byte>(text[(start + _rarest)..]) | caseBits, _rarestLetter);
            Vector<byte> isSecond = Vector.Equals(new Vector<byte>(text[(start + _second)..]) | caseBits, _secondLetter);
            if ((isRarest & isSecond) != Vector<byte>.Zero && IsAtOneOf(text, start, start + Vector<byte>.Count))
            {
                return true;
            }
        }

        return IsAtOneOf(text, start, starts);
    }

    private bool IsAtOneOf(ReadOnlySpan<byte> text, int start, int end)
    {
        for (; start < end; start++)
        {
            if ((text[start + _rarest] | CaseBit) == _rarestLetter[0] && Ascii.EqualsIgnoreCase(text.Slice(start, _text.Length), _text))
            {
                return true;
            }
        }

        return false;
    }
}
