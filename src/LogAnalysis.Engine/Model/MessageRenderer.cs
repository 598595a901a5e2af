using System.Text;

namespace LogAnalysis.Model;

/// <summary>
/// Makes a sentence of a message template and the values beside it: <c>Order {Id} failed</c> becomes <c>Order 17 failed</c>. What has no value stays as
/// it is written.
/// </summary>
/// <remarks>
/// Source: messagetemplates.org; Serilog, compact log event format: <c>@mt</c> is the template, and <c>@r</c> has the texts of the values that it formats, in
/// their order.
/// </remarks>
internal sealed class MessageRenderer : FieldSink
{
    /// <summary>A template can name a long value again and again; the rest of it stays as it is written.</summary>
    private const int MaxLength = 1 << 16;

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private string?[] _formatted = [];

    private MessageRenderer()
    {
    }

    /// <summary>Whether the message of a line is a template: the member that has it is called so.</summary>
    public static bool IsTemplate(in LogLine line)
    {
        int start = line.Fields.Message.Start - 1;
        if (!line.Format.IsObject || start < 0 || !line.Fields.Message.Of(line.Plain).Contains((byte)'{'))
        {
            return false;
        }

        ReadOnlySpan<byte> before = line.Plain[..start].TrimEnd(": "u8);
        return EndsWithName(before, "\"@mt\""u8) || EndsWithName(before, "\"messageTemplate\""u8);
    }

    /// <summary>The sentence that a template stands for.</summary>
    /// <param name="template">The template.</param>
    /// <param name="line">The line that has the values.</param>
    public static string Render(string template, in LogLine line)
    {
        var renderer = new MessageRenderer();
        line.FieldReader.Read(in line, renderer);
        return renderer.Render(template);
    }

    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, FieldSyntax syntax)
    {
        if (name.SequenceEqual("@r"u8))
        {
            _formatted = FieldJson.ReadTexts(value);
        }
        else if (syntax == FieldSyntax.Json && Ascii.EqualsIgnoreCase(name, "properties"u8))
        {
            // Serilog's older format has the values there.
            foreach ((string member, string text) in FieldJson.ReadMembers(value))
            {
                _values.TryAdd(member, text);
            }
        }
        else
        {
            _values.TryAdd(FieldValue.Decode(name, FieldSyntax.JsonString), FieldValue.Decode(value, syntax));
        }
    }

    private static bool EndsWithName(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name) =>
        text.Length >= name.Length && Ascii.EqualsIgnoreCase(text[^name.Length..], name);

    private string Render(string template)
    {
        var text = new StringBuilder();
        int formatted = 0;
        int at = 0;
        while (at < template.Length && text.Length < MaxLength)
        {
            int brace = template.AsSpan(at).IndexOfAny('{', '}');
            if (brace < 0)
            {
                break;
            }

            text.Append(template, at, brace);
            at += brace;
            int close = template[at] == '{' ? template.IndexOf('}', at) : -1;
            if (at + 1 < template.Length && template[at + 1] == template[at])
            {
                text.Append(template[at]);
                at += 2;
            }
            else if (close < 0)
            {
                text.Append(template[at++]);
            }
            else
            {
                text.Append(ValueOf(template[(at + 1)..close], ref formatted) ?? template[at..(close + 1)]);
                at = close + 1;
            }
        }

        return text.Append(template, at, template.Length - at).ToString();
    }

    /// <summary>The value that a hole stands for, such as <c>Id</c>, <c>@Order</c>, <c>Elapsed:0.00</c> or <c>Name,10</c>; null if there is none.</summary>
    private string? ValueOf(string hole, ref int formatted)
    {
        int end = hole.AsSpan().IndexOfAny(',', ':');
        string name = (end < 0 ? hole : hole[..end]).TrimStart('@', '$').Trim();
        bool isFormatted = hole.Contains(':', StringComparison.Ordinal);
        string? rendered = isFormatted && formatted < _formatted.Length ? _formatted[formatted] : null;
        formatted += isFormatted ? 1 : 0;
        return rendered ?? _values.GetValueOrDefault(name);
    }
}
