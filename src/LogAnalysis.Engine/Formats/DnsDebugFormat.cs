using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;
using LogAnalysis.Times;

namespace LogAnalysis.Formats;

/// <summary>The packets in the debug log of Windows' DNS server: time, thread, context, packet, protocol, direction, peer, query, name.</summary>
/// <remarks>
/// Source: the key at the top of such a log. A response code is no level, and a name that was asked for says nothing about the server.
/// </remarks>
internal sealed class DnsDebugFormat() : LogFormat(
    "dns-debug",
    "Windows DNS server debug log: packets",
    "1/24/2025 7:00:30 AM 0294 PACKET  000002DAEC36D650 UDP Rcv 192.0.2.7       d07e   Q [0001   D   NOERROR] A      (4)shop(7)example(3)com(0)")
{
    /// <summary>The packet's identifier is missing in older versions.</summary>
    private const int MaxWordsBeforeDirection = 2;

    /// <inheritdoc/>
    internal override string FirstBytes => FirstByte.Digits;

    /// <inheritdoc/>
    internal override bool MayBegin(LineBeginning beginning) => beginning != LineBeginning.TimedProse;

    /// <inheritdoc/>
    internal override bool BeginsLikeApplication => true;

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        // Most lines have no such word: their times need not be read.
        if (line.IndexOf(" PACKET "u8) < 0)
        {
            return false;
        }

        int length = LeadingTimestamp.Match(line, out bool hasDate);
        if (length == 0 || !hasDate)
        {
            return false;
        }

        var words = new WordReader(line, length);
        if (!HexReader.IsNumber(words.Next().Of(line)) || !words.Next().Of(line).SequenceEqual("PACKET"u8))
        {
            return false;
        }

        int message = words.Position;
        ReadOnlySpan<byte> word = words.Next().Of(line);
        for (int i = 0; i < MaxWordsBeforeDirection && !IsDirection(word); i++)
        {
            word = words.Next().Of(line);
        }

        if (!IsDirection(word))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Timestamp = new ByteRange(0, length);
        fields.Client = words.Next();
        fields.Message = ByteRange.Between(message + line[message..].IndexOfAnyExcept((byte)' '), line.Length);
        return true;
    }

    private static bool IsDirection(ReadOnlySpan<byte> word) => word.SequenceEqual("Rcv"u8) || word.SequenceEqual("Snd"u8);
}
