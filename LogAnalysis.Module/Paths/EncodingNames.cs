using System.Globalization;
using System.Text;

namespace LogAnalysis.Paths;

/// <summary>Encodings by the names that users know.</summary>
internal static class EncodingNames
{
    private static readonly Dictionary<string, Encoding> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = Encoding.UTF8,
        ["utf8BOM"] = Encoding.UTF8,
        ["utf8NoBOM"] = Encoding.UTF8,
        ["unicode"] = Encoding.Unicode,
        ["utf16"] = Encoding.Unicode,
        ["bigendianunicode"] = Encoding.BigEndianUnicode,
        ["utf32"] = Encoding.UTF32,
        ["bigendianutf32"] = new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        ["ascii"] = Encoding.ASCII,
        ["latin1"] = Encoding.Latin1,
    };

    /// <summary>The names to offer.</summary>
    public static IEnumerable<string> Common { get; } =
        [.. Known.Keys.Where(name => name != "utf16"), "ansi", "oem", "windows-1252", "shift_jis", "gb18030"];

    /// <summary>The encoding of a name or a code page; null where there is none.</summary>
    public static Encoding? Find(string name)
    {
        if (Known.TryGetValue(name, out Encoding? known))
        {
            return known;
        }

        TextInfo culture = CultureInfo.CurrentCulture.TextInfo;
        return name.ToLowerInvariant() switch
        {
            "ansi" => OfPage(culture.ANSICodePage),
            "oem" => OfPage(culture.OEMCodePage),
            _ when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int page) => OfPage(page),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? OfName(name),
        };
    }

    private static Encoding? OfPage(int page)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static Encoding? OfName(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
