using System.Globalization;
using System.Text.RegularExpressions;

namespace LogAnalysis.Bench.Generating;

/// <summary>
/// A message with holes for values that differ each time. <c>{Count:4}</c> is a number of up to four digits, <c>{Trace:x8}</c> one of eight
/// hexadecimal digits, <c>{Host:ip}</c> an address.
/// </summary>
internal sealed partial class MessageTemplate
{
    /// <summary>Text, and the name and the kind of the hole after it, again and again; text at the end.</summary>
    private readonly string[] _pieces;
    private readonly Func<Rng, string>[] _values;

    public MessageTemplate(string text)
    {
        _pieces = Hole().Split(text);
        _values = [.. _pieces.Chunk(3).Where(piece => piece.Length == 3).Select(piece => ValueOf(piece[2]))];
        Text = Hole().Replace(text, "{$1}");
    }

    /// <summary>The text with the names of its holes, as structured logs keep it.</summary>
    public string Text { get; }

    /// <summary>The message, with values in its holes.</summary>
    public string Fill(Rng rng) => string.Concat(_values.Select((value, hole) => _pieces[3 * hole] + value(rng))) + _pieces[^1];

    /// <summary>The values as further members of a JSON object.</summary>
    public string FillMembers(Rng rng) => string.Concat(_values.Select((value, hole) =>
        char.IsAsciiDigit(_pieces[(3 * hole) + 2][0]) ? $",\"{_pieces[(3 * hole) + 1]}\":{value(rng)}" : $",\"{_pieces[(3 * hole) + 1]}\":\"{value(rng)}\""));

    [GeneratedRegex(@"\{(\w+):(\w+)\}")]
    private static partial Regex Hole();

    private static Func<Rng, string> ValueOf(string kind)
    {
        if (kind == "ip")
        {
            return rng => $"10.20.{rng.Below(8)}.{1 + rng.Below(254)}";
        }

        int digits = int.Parse(kind.TrimStart('x'), CultureInfo.InvariantCulture);
        int limit = (int)Math.Pow(10, digits);
        return kind[0] == 'x' ? rng => rng.Hex(digits) : rng => rng.Below(limit).ToString(CultureInfo.InvariantCulture);
    }
}
