using System.Text;
using LogAnalysis.Model;

namespace LogAnalysis.Counting;

/// <summary>
/// The template that the writer of a message has used, where the log carries it: <c>@mt</c> and <c>MessageTemplate</c> of Serilog, <c>{OriginalFormat}</c> of Microsoft's loggers,
/// <c>message_template</c>. Nothing has to be guessed then: the holes are the places.
/// </summary>
/// <remarks>Source: messagetemplates.org; Serilog, compact log event format; Microsoft.Extensions.Logging, <c>FormattedLogValues</c>.</remarks>
internal sealed class WrittenTemplate : FieldSink
{
    /// <summary>A longer template is not taken. A character has up to four bytes.</summary>
    private const int MaxBytes = 4 * MessageTemplate.MaxLength;

    /// <summary>When there are more, it begins again.</summary>
    private const int MaxTemplates = 4096;

    [ThreadStatic]
    private static WrittenTemplate? Reader;

    private readonly MemberBytes _members = new();
    private readonly MemberBytes _template = new();
    private readonly Utf8StringTable _texts = new();
    private readonly List<TemplateHoles?> _holes = [];

    private static ReadOnlySpan<byte> OriginalFormat => "{OriginalFormat}"u8;

    /// <summary>The template of an entry as a pattern; null if it carries none that has holes.</summary>
    /// <param name="line">The entry.</param>
    /// <param name="values">Receives what is in the holes; null where they are not asked for.</param>
    public static string? Find(in LogLine line, MessageValues? values)
    {
        if (!line.Format.IsObject || !MayCarry(line.Plain))
        {
            return null;
        }

        WrittenTemplate reader = Reader ??= new WrittenTemplate();
        reader._template.Clear();
        reader._members.Clear();
        line.FieldReader.Read(in line, reader);
        if (reader._template.Count == 0 || reader.HolesOf(reader._template.ValueAt(0)) is not TemplateHoles holes)
        {
            return null;
        }

        if (values is not null)
        {
            foreach (byte[] name in holes.Names)
            {
                values.Add(reader._members.Find(name));
            }
        }

        return holes.Pattern;
    }

    /// <summary>The holes of a template, with their braces: <c>{Id}</c>, <c>{Elapsed:0.00}</c>. A brace that is doubled opens none.</summary>
    public static IEnumerable<string> HolesOf(string template)
    {
        for (int at = template.IndexOf('{', StringComparison.Ordinal); at >= 0 && at + 1 < template.Length; at = template.IndexOf('{', at))
        {
            int close = template[at + 1] == '{' ? -1 : template.IndexOf('}', at);
            if (close > at + 1)
            {
                yield return template[at..(close + 1)];
            }

            at = close > at ? close : Math.Min(at + 2, template.Length - 1);
        }
    }

    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, FieldSyntax syntax)
    {
        if (Ascii.EqualsIgnoreCase(name, "@mt"u8) || Ascii.EqualsIgnoreCase(name, "messageTemplate"u8) || Ascii.EqualsIgnoreCase(name, "message_template"u8) || name.SequenceEqual(OriginalFormat))
        {
            _template.Add(default, value, syntax);
        }
        else if (syntax == FieldSyntax.Json && value is [(byte)'{', ..])
        {
            foreach ((string member, string text) in FieldJson.ReadMembers(value))
            {
                MemberBytes members = member is "{OriginalFormat}" or "MessageTemplate" or "message_template" ? _template : _members;
                members.Add(Encoding.UTF8.GetBytes(member), Encoding.UTF8.GetBytes(text), FieldSyntax.Plain);
            }
        }
        else
        {
            _members.Add(name, value, syntax);
        }
    }

    private static bool MayCarry(ReadOnlySpan<byte> line) =>
        line.IndexOf("\"@mt\""u8) >= 0 || line.IndexOf(OriginalFormat) >= 0 || line.IndexOf("essageTemplate\""u8) >= 0 || line.IndexOf("essage_template\""u8) >= 0;

    /// <summary>What is known of a template; null if it has no holes, or is too long.</summary>
    private TemplateHoles? HolesOf(ReadOnlySpan<byte> template)
    {
        if (template.Length > MaxBytes)
        {
            return null;
        }

        if (_holes.Count == MaxTemplates)
        {
            _texts.Clear();
            _holes.Clear();
        }

        int number = _texts.NumberOf(template);
        if (number == _holes.Count)
        {
            _holes.Add(TemplateHoles.Of(Encoding.UTF8.GetString(template)));
        }

        return _holes[number];
    }
}
