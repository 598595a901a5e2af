using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>Objects in JSON at the end of a message, behind a tab, in which a logger puts the fields.</summary>
/// <remarks>Source: zap, the encoder <c>console</c>.</remarks>
internal static class EmbeddedObject
{
    private const int MaxMessageLength = 200;

    /// <summary>Takes the response from an object that has an HTTP status, if one ends the message.</summary>
    public static void TakeResponse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        ByteRange message = fields.Message;
        int tab = line[message.Start..Math.Min(message.End, message.Start + MaxMessageLength)].IndexOf("\t{"u8);
        int brace = message.Start + tab + 1;
        LineFields within = default;
        if (tab < 0 || !JsonFormat.Instance.TryParse(line[brace..message.End], ref within) || within.Status == 0)
        {
            return;
        }

        within.Shift(brace);
        fields.FillResponse(in within);
        fields.Client = fields.Client.Or(within.Client);
    }
}
