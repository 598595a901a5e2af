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
    [ThreadStatic]
    private static WrittenTemplate? Reader;

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private string? _template;

    private static ReadOnlySpan<byte> OriginalFormat => "{OriginalFormat}"u8;

    /// <summary>The template of an entry as a pattern; null if it carries none that has holes.</summary>
    /// <param name="line">The entry.</param>
    /// <param name="values">Receives what is in the holes; null where nobody asks.</param>
    public static string? Find(in LogLine line, MessageValues? values)
    {
        if (!line.Format.IsObject || !MayCarry(line.Plain))
        {
            return null;
        }

        WrittenTemplate reader = Reader ??= new WrittenTemplate();
        reader._template = null;
        reader._values.Clear();
        line.FieldReader.Read(in line, reader);
        if (reader._template is not string template || template.Length > MessageTemplate.MaxLength)
        {
            return null;
        }

        string[] holes = [.. HolesOf(template).Take(MessageTemplate.MaxParts)];
        values?.Set(holes.Select(hole => reader._values.GetValueOrDefault(NameOf(hole), string.Empty)));
        return holes.Length == 0 ? null : PatternToken.WrittenMark + template.Replace(PatternToken.Joint, ' ');
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
            _template ??= FieldValue.Decode(value, syntax);
        }
        else if (syntax == FieldSyntax.Json && value is [(byte)'{', ..])
        {
            foreach ((string member, string text) in FieldJson.ReadMembers(value))
            {
                AddMember(member, text);
            }
        }
        else
        {
            _values.TryAdd(FieldValue.Decode(name, FieldSyntax.JsonString), FieldValue.Decode(value, syntax));
        }
    }

    private void AddMember(string name, string text)
    {
        if (name is "{OriginalFormat}" or "MessageTemplate" or "message_template")
        {
            _template ??= text;
        }
        else
        {
            _values.TryAdd(name, text);
        }
    }

    private static bool MayCarry(ReadOnlySpan<byte> line) =>
        line.IndexOf("\"@mt\""u8) >= 0 || line.IndexOf(OriginalFormat) >= 0 || line.IndexOf("essageTemplate\""u8) >= 0 || line.IndexOf("essage_template\""u8) >= 0;

    /// <summary>The name in a hole, without how its value is to be written.</summary>
    private static string NameOf(string hole)
    {
        int end = hole.AsSpan().IndexOfAny(',', ':');
        return hole[1..(end < 0 ? hole.Length - 1 : end)].TrimStart('@', '$').Trim();
    }
}
