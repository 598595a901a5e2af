using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>An HTTP status where a format has found one to stand.</summary>
internal static class StatusCode
{
    /// <summary>Whether a field is a status, and which: three digits, 100 to 599.</summary>
    public static bool TryRead(ReadOnlySpan<byte> field, out short status)
    {
        bool valid = field.Length == 3 && DigitReader.TryRead(field, 0, 3, out int code) && code is >= 100 and <= 599;
        status = valid ? (short)(((field[0] - '0') * 100) + ((field[1] - '0') * 10) + (field[2] - '0')) : (short)0;
        return valid;
    }

    /// <summary>Whether a field is what servers write in place of a status that they did not send.</summary>
    public static bool IsAbsent(ReadOnlySpan<byte> field) =>
        field is [(byte)'-'] or [(byte)'0'] or [(byte)'0', (byte)'0', (byte)'0'] or [(byte)'-', (byte)'1'];
}
