using LogAnalysis.Formats;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>Follows XML elements that are entries, by the names that loggers give them.</summary>
internal sealed class XmlScanner : ElementScanner
{
    private byte[] _name = [];
    private XmlFormat? _format;
    private Within _within;
    private bool _hasBegun;

    private enum Within
    {
        Element,
        CharacterData,
        Comment,
    }

    /// <inheritdoc/>
    public override LogFormat Format => _format!;

    /// <inheritdoc/>
    public override int SkipFrame(ReadOnlySpan<byte> text, bool afterElement)
    {
        int at = 0;
        while (true)
        {
            int blanks = text[at..].IndexOfAnyExcept(" \t\r\n"u8);
            if (blanks < 0)
            {
                return text.Length;
            }

            at += blanks;
            int tag = XmlFrame.Match(text[at..]);
            if (tag == 0)
            {
                return at;
            }

            at += tag;
        }
    }

    /// <inheritdoc/>
    public override bool TryBegin(ReadOnlySpan<byte> text, bool stopsAtBatch)
    {
        ReadOnlySpan<byte> name = XmlTag.NameOf(text);
        _format = name.IsEmpty ? null : XmlFormat.Find(text, name);
        if (_format is null)
        {
            return false;
        }

        // The elements of a log have one name mostly.
        _name = name.SequenceEqual(_name) ? _name : name.ToArray();
        _within = Within.Element;
        _hasBegun = false;
        return true;
    }

    /// <inheritdoc/>
    public override ElementProgress Scan(ReadOnlySpan<byte> text, out int length)
    {
        // A line that begins another one: this one has lost its end, of whatever is open in it.
        length = 0;
        if (_hasBegun && XmlTag.NameOf(text.TrimStart(" \t"u8)).SequenceEqual(_name))
        {
            return ElementProgress.Broken;
        }

        for (; ; length++)
        {
            ReadOnlySpan<byte> rest = text[length..];
            int mark = FindMark(rest);
            if (mark < 0)
            {
                length = text.Length;
                return ElementProgress.Incomplete;
            }

            length += mark;
            rest = rest[mark..];
            if (_within != Within.Element)
            {
                _within = Within.Element;
            }
            else if (rest.StartsWith("<!"u8))
            {
                _within = rest.StartsWith("<![CDATA["u8) ? Within.CharacterData : rest.StartsWith("<!--"u8) ? Within.Comment : Within.Element;
            }
            else if (XmlTag.IsEnd(rest, _name, out int end))
            {
                length += end;
                return ElementProgress.Complete;
            }
            else if (_hasBegun && XmlTag.NameOf(rest).SequenceEqual(_name))
            {
                return ElementProgress.Broken;
            }

            _hasBegun = true;
        }
    }

    private int FindMark(ReadOnlySpan<byte> text) => _within switch
    {
        Within.CharacterData => text.IndexOf("]]>"u8),
        Within.Comment => text.IndexOf("-->"u8),
        _ => text.IndexOf((byte)'<'),
    };
}
