namespace LogAnalysis.Fields;

/// <summary>How Exim marks deliveries behind the id of a message: <c>1tbC2d-0001Xy-Ab ** anna@example.com</c> bounced, <c>==</c> is tried again.</summary>
/// <remarks>Source: Exim specification, "Log files", "Summary of fields in log lines"; "Identification of messages" for both lengths of ids.</remarks>
internal static class EximDelivery
{
    private const int ShortId = 16;
    private const int LongId = 23;

    /// <summary>Reads the level of a mark.</summary>
    /// <param name="line">The line.</param>
    /// <param name="token">The token that may be one.</param>
    /// <param name="level">Receives the level.</param>
    public static bool TryRead(ReadOnlySpan<byte> line, HeaderToken token, out LogLevel level)
    {
        ReadOnlySpan<byte> word = line[token.Start..token.End];
        level = word.SequenceEqual("**"u8) ? LogLevel.Error : word.SequenceEqual("=="u8) ? LogLevel.Warning : LogLevel.Unknown;
        if (level == LogLevel.Unknown || token.Start < ShortId + 1 || line[token.Start - 1] != ' ')
        {
            return false;
        }

        ReadOnlySpan<byte> before = line[..(token.Start - 1)];
        ReadOnlySpan<byte> id = before[(before.LastIndexOf((byte)' ') + 1)..];
        return id.Length is ShortId or LongId && id[6] == '-' && id[id.Length == ShortId ? ^3 : ^5] == '-';
    }
}
