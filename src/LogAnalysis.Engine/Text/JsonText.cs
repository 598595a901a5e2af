using System.Text;
using System.Text.Json;

namespace LogAnalysis.Text;

/// <summary>The text of a JSON string.</summary>
internal static class JsonText
{
    /// <summary>Resolves the escapes; a string whose escapes are malformed is given as it is.</summary>
    /// <param name="inside">What is between the quotes, in UTF-8.</param>
    public static string Decode(ReadOnlySpan<byte> inside)
    {
        if (!inside.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(inside);
        }

        try
        {
            var reader = new Utf8JsonReader([(byte)'"', .. inside, (byte)'"']);
            reader.Read();
            return reader.GetString()!;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return Encoding.UTF8.GetString(inside);
        }
    }
}
