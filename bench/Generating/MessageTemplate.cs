using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LogAnalysis.Bench.Generating;

/// <summary>
/// A message with holes for values that differ each time. <c>{Count:4}</c> is a number of up to four digits, <c>{Trace:x8}</c> one of eight
/// hexadecimal digits, <c>{Host:ip}</c> an address.
/// </summary>
internal sealed partial class MessageTemplate
{
    private const string Address = "ip";

    private readonly Part[] _parts;

    private MessageTemplate(string text)
    {
        string[] pieces = Hole().Split(text);
        _parts = [.. pieces.Chunk(3).Select(piece => new Part(piece[0], piece.ElementAtOrDefault(1), piece.ElementAtOrDefault(2)))];
        Text = Encoding.UTF8.GetBytes(Hole().Replace(text, "{$1}"));
    }

    /// <summary>The text with the names of its holes, as structured logs keep it.</summary>
    public byte[] Text { get; }

    /// <summary>Reads a template.</summary>
    public static MessageTemplate Parse(string text) => new(text);

    /// <summary>Writes the message, with values in its holes.</summary>
    public void WriteMessage(LogOutput output, Dice dice)
    {
        foreach (Part part in _parts)
        {
            output.Write(part.Before);
            part.WriteValue(output, dice);
        }
    }

    /// <summary>Writes the values as further members of a JSON object.</summary>
    public void WriteMembers(LogOutput output, Dice dice)
    {
        foreach (Part part in _parts)
        {
            part.WriteMember(output, dice);
        }
    }

    [GeneratedRegex(@"\{(\w+):(\w+)\}")]
    private static partial Regex Hole();

    /// <summary>Some text, and the hole behind it, if there is one.</summary>
    private sealed class Part(string before, string? name, string? kind)
    {
        private readonly byte[] _name = Encoding.UTF8.GetBytes($",\"{name}\":");
        private readonly int _digits = kind is null or Address ? 0 : int.Parse(kind.TrimStart('x'), CultureInfo.InvariantCulture);
        private readonly int _limit = kind is null or Address or ['x', ..] ? 0 : (int)Math.Pow(10, int.Parse(kind, CultureInfo.InvariantCulture));

        public byte[] Before { get; } = Encoding.UTF8.GetBytes(before);

        public void WriteValue(LogOutput output, Dice dice)
        {
            if (_limit > 0)
            {
                output.WriteNumber(dice.Below(_limit));
            }
            else if (_digits > 0)
            {
                output.WriteHex(dice.Next(), _digits);
            }
            else if (kind is Address)
            {
                output.Write("10.20."u8);
                output.WriteNumber(dice.Below(8));
                output.Write("."u8);
                output.WriteNumber(1 + dice.Below(254));
            }
        }

        public void WriteMember(LogOutput output, Dice dice)
        {
            if (kind is null)
            {
                return;
            }

            ReadOnlySpan<byte> quote = _limit > 0 ? [] : "\""u8;
            output.Write(_name);
            output.Write(quote);
            WriteValue(output, dice);
            output.Write(quote);
        }
    }
}
