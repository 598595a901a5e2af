using System.Text;

namespace LogAnalysis.Counting;

/// <summary>A template that the writer of messages has made, with the names of its holes.</summary>
/// <param name="Pattern">The template as a pattern.</param>
/// <param name="Names">The names of its holes in their order, in UTF-8.</param>
internal sealed record TemplateHoles(string Pattern, byte[][] Names)
{
    /// <summary>The holes of a template; null if it has none, or is too long.</summary>
    public static TemplateHoles? Of(string template)
    {
        byte[][] names = template.Length > MessageTemplate.MaxLength ? []
            : [.. WrittenTemplate.HolesOf(template).Take(MessageTemplate.MaxParts).Select(hole => Encoding.UTF8.GetBytes(NameOf(hole)))];
        return names.Length == 0 ? null : new TemplateHoles(PatternToken.WrittenMark + template.Replace(PatternToken.Joint, ' '), names);
    }

    /// <summary>The name in a hole, without how its value is to be written.</summary>
    private static string NameOf(string hole)
    {
        int end = hole.AsSpan().IndexOfAny(',', ':');
        return hole[1..(end < 0 ? hole.Length - 1 : end)].TrimStart('@', '$').Trim();
    }
}
