namespace LogAnalysis.Formats;

/// <summary>What a line that goes on with the entry before it looks like, whatever that entry's format.</summary>
internal static class ContinuationShape
{
    /// <summary>Indented, or a piece of a stack trace, or a bracket that closes what an earlier line opened.</summary>
    public static bool Matches(ReadOnlySpan<byte> line) =>
        line[0] is (byte)' ' or (byte)'\t' or (byte)'}' or (byte)']' or (byte)')'
        || line.StartsWith("Caused by: "u8)
        || (line.StartsWith("... "u8) && line.EndsWith(" more"u8));
}
