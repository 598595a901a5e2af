using System.Net;
using LogAnalysis.Text;

namespace LogAnalysis.Reporting;

/// <summary>Writes elements of a page. Whatever is not a name of ours is escaped: text from a log stays text.</summary>
internal sealed class HtmlWriter(TextWriter output)
{
    /// <summary>Begins an element.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="attributes">Its attributes; one without a value is left out.</param>
    public void Open(string tag, params (string Name, string? Value)[] attributes)
    {
        OpenTag(tag, attributes);
        output.Write('>');
    }

    /// <summary>Writes an element without content.</summary>
    public void Empty(string tag, params (string Name, string? Value)[] attributes)
    {
        OpenTag(tag, attributes);
        output.Write("/>");
    }

    /// <summary>Ends an element.</summary>
    public void Close(string tag)
    {
        output.Write("</");
        output.Write(tag);
        output.Write('>');
    }

    /// <summary>Ends an element, and the line.</summary>
    public void CloseLine(string tag)
    {
        Close(tag);
        output.Write('\n');
    }

    /// <summary>Writes text from anywhere.</summary>
    public void Text(string text) => output.Write(WebUtility.HtmlEncode(ControlCharacters.Escape(text)));

    /// <summary>Writes an element with a text in it.</summary>
    public void Element(string tag, string text, params (string Name, string? Value)[] attributes)
    {
        Open(tag, attributes);
        Text(text);
        Close(tag);
    }

    /// <summary>Writes markup of our own.</summary>
    public void Markup(string markup) => output.Write(markup);

    private void OpenTag(string tag, (string Name, string? Value)[] attributes)
    {
        output.Write('<');
        output.Write(tag);
        foreach ((string name, string? value) in attributes)
        {
            if (value is not null)
            {
                output.Write(' ');
                output.Write(name);
                output.Write("=\"");
                output.Write(WebUtility.HtmlEncode(ControlCharacters.Escape(value)));
                output.Write('"');
            }
        }
    }
}
