using System.Text;

namespace LogAnalysis.Views.Dashboard;

/// <summary>One line, written from left to right, that knows how wide it is: colours take no room.</summary>
internal sealed class Row(Palette palette)
{
    private readonly StringBuilder _text = new();
    private int _missing;

    /// <summary>How many cells it takes, with the spaces that are written only when something comes after them.</summary>
    public int Width { get; private set; }

    /// <summary>Adds text as it is: what comes from a log must have passed <see cref="ConsoleText"/>.</summary>
    public Row Add(string text, TextStyle ink = TextStyle.None)
    {
        if (text.Length > 0)
        {
            _text.Append(' ', _missing).Append(palette.Paint(text, ink));
            _missing = 0;
            Width += DisplayWidth.Width(text);
        }

        return this;
    }

    /// <summary>Adds text at the right end of a field.</summary>
    public Row AddRight(string text, int field, TextStyle ink = TextStyle.None) => PadTo(Width + field - DisplayWidth.Width(text)).Add(text, ink);

    /// <summary>Adds text at the left end of a field, cut to it.</summary>
    public Row AddLeft(string text, int field, TextStyle ink = TextStyle.None)
    {
        int end = Width + field;
        return Add(DisplayWidth.Cut(text, field), ink).PadTo(end);
    }

    /// <summary>Adds text that ends at a column, cut to what room there is; nothing where there is next to none.</summary>
    public Row AddUpTo(int end, string text, TextStyle ink = TextStyle.None)
    {
        string cut = DisplayWidth.Cut(text, end - Width - 2);
        return cut.Length < 4 && cut != text ? this : PadTo(end - DisplayWidth.Width(cut)).Add(cut, ink);
    }

    /// <summary>Adds another line, at a column.</summary>
    public Row AddAt(int column, Row other)
    {
        PadTo(column);
        _text.Append(' ', _missing).Append(other._text);
        _missing = other._missing;
        Width += other.Width;
        return this;
    }

    /// <summary>Fills up with spaces to a column.</summary>
    public Row PadTo(int column)
    {
        int missing = Math.Max(column - Width, 0);
        _missing += missing;
        Width += missing;
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
