using System.Buffers;
using System.Text;
using LogAnalysis.Text;

namespace LogAnalysis.Counting;

/// <summary>
/// The endpoint that a request is for: its method, and its path with wildcards for ids, as <see cref="RequestTemplate"/> masks it. It depends on the one request alone, so
/// that endpoints add up exactly.
/// </summary>
internal static class UrlTemplate
{
    /// <summary>Requests are told apart by their first bytes, up to this length.</summary>
    public const int MaxLength = 200;

    /// <summary>Every byte can become a wildcard.</summary>
    public const int MaxTemplate = 3 * MaxLength;

    private const int MaxNameLength = 32;

    private static readonly SearchValues<byte> InValues = SearchValues.Create("0123456789%"u8);

    /// <summary>Makes the template of a request.</summary>
    /// <param name="request">Method, a space, and the URL without its query; where there is no method, it begins with the space.</param>
    /// <param name="buffer">Room for <see cref="MaxTemplate"/>.</param>
    /// <returns>The template: the request itself where nothing in it is a value.</returns>
    public static ReadOnlySpan<byte> Apply(ReadOnlySpan<byte> request, Span<byte> buffer)
    {
        request = Utf8Boundary.Cut(request, MaxLength);
        int path = request.IndexOf((byte)' ') + 1;
        return request[path..].ContainsAny(InValues) || request.Length - path > MaxNameLength ? Mask(request, path, buffer) : request;
    }

    /// <summary>The same of a text.</summary>
    public static string Apply(string request) => Encoding.UTF8.GetString(Apply(Encoding.UTF8.GetBytes(request), new byte[MaxTemplate]));

    private static ReadOnlySpan<byte> Mask(ReadOnlySpan<byte> request, int path, Span<byte> buffer)
    {
        int length = 0;
        int copied = 0;
        int value = NextValue(request, path);
        for (int start = path; start < request.Length;)
        {
            int slash = request[start..].IndexOf((byte)'/');
            int end = slash < 0 ? request.Length : start + slash;
            if (end - start > MaxNameLength || (value < end && IsValue(request[start..end], value - start)))
            {
                request[copied..start].CopyTo(buffer[length..]);
                length += start - copied;
                PatternToken.WildcardBytes.CopyTo(buffer[length..]);
                length += PatternToken.WildcardBytes.Length;
                copied = end;
            }

            value = value < end ? NextValue(request, end) : value;
            start = end + 1;
        }

        if (length == 0)
        {
            return request;
        }

        request[copied..].CopyTo(buffer[length..]);
        return buffer[..(length + request.Length - copied)];
    }

    /// <summary>Whether a name in a path is a value: <c>17</c>, but not <c>v2</c>.</summary>
    public static bool LooksVariable(ReadOnlySpan<byte> name) =>
        name.Length > MaxNameLength || (NextValue(name, 0) is var value && value < name.Length && IsValue(name, value));

    /// <summary>Where the next byte is of which values are made; the end if there is none.</summary>
    private static int NextValue(ReadOnlySpan<byte> text, int start) =>
        text[start..].IndexOfAny(InValues) is var value and >= 0 ? start + value : text.Length;

    private static bool IsValue(ReadOnlySpan<byte> name, int value) => name[value..].Contains((byte)'%') || !NamesWithDigits.Contains(name);
}
