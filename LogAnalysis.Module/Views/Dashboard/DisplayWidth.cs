using System.Text;

namespace LogAnalysis.Views.Dashboard;

/// <summary>How many cells of a terminal text takes.</summary>
internal static class DisplayWidth
{
    /// <summary>The characters that take two cells: East Asian scripts, and all beyond the first plane, as PowerShell counts too.</summary>
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60),
        (0xFFE0, 0xFFE6), (0x10000, 0x10FFFF),
    ];

    /// <summary>The width of a text without escape sequences.</summary>
    public static int Width(string text)
    {
        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += Width(rune);
        }

        return width;
    }

    /// <summary>The text, cut to a width, with an ellipsis where something is missing.</summary>
    public static string Cut(string text, int width)
    {
        if (Width(text) <= width)
        {
            return text;
        }

        var kept = new StringBuilder();
        int used = 1;
        foreach (Rune rune in text.EnumerateRunes())
        {
            used += Width(rune);
            if (used > width)
            {
                break;
            }

            kept.Append(rune);
        }

        return width > 0 ? kept.Append('…').ToString() : string.Empty;
    }

    /// <summary>The text in several lines, broken at spaces. The last one is cut.</summary>
    public static IEnumerable<string> Wrap(string text, int width, int maxLines)
    {
        for (int line = 1; line < maxLines && Width(text) > width; line++)
        {
            // An ellipsis takes a cell, and a space at the end none.
            int space = Cut(text, width + 2)[..^1].LastIndexOf(' ');
            int length = space > 0 ? space : Math.Max(Cut(text, width + 1).Length - 1, 1);
            yield return text[..length];
            text = text[length..].TrimStart(' ');
        }

        yield return Cut(text, width);
    }

    /// <summary>The text, cut at its beginning: of a path the end tells more.</summary>
    public static string CutStart(string text, int width)
    {
        if (Width(text) <= width)
        {
            return text;
        }

        Rune[] runes = [.. text.EnumerateRunes()];
        int from = runes.Length;
        for (int used = 1; from > 0 && used + Width(runes[from - 1]) <= width; from--)
        {
            used += Width(runes[from - 1]);
        }

        return width > 0 ? "…" + string.Concat(runes[from..]) : string.Empty;
    }

    private static int Width(Rune rune) => Array.Exists(Wide, range => rune.Value >= range.First && rune.Value <= range.Last) ? 2 : 1;
}
