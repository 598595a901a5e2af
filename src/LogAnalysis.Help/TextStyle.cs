using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LogAnalysis.Help;

/// <summary>How what stands within a paragraph is written.</summary>
/// <param name="text">Writes text.</param>
/// <param name="code">Writes what is typed as it is.</param>
internal sealed partial class TextStyle(Func<string, string> text, Func<string, string> code)
{
    public static readonly TextStyle Plain = new(text => text, code => code);

    public static readonly TextStyle Markdown = new(text => MarkdownSigns().Replace(text, @"\$0"), code => $"`{code}`");

    /// <summary>Writes a node.</summary>
    public string Render(XNode node) => node switch
    {
        XText words => text(words.Value),
        XElement { Name.LocalName: "see" or "seealso" } reference when reference.Attribute("cref") is XAttribute target => code(NameOf(target.Value)),
        XElement { Name.LocalName: "see" } reference when reference.Attribute("langword") is XAttribute word => code(word.Value),
        XElement { Name.LocalName: "c" } typed => code(typed.Value),
        XElement other => string.Concat(other.Nodes().Select(Render)),
        _ => string.Empty,
    };

    /// <summary>What a user calls a type or a property of the code: commands by their names, parameters with their dash.</summary>
    /// <param name="id">The compiler's name of it, such as <c>T:LogAnalysis.Commands.GetLogEntryCommand</c>.</param>
    public static string NameOf(string id)
    {
        string name = id[(id.LastIndexOf('.') + 1)..];
        Match command = CommandClass().Match(name);
        return id[0] == 'P' ? "-" + name : command.Success ? $"{command.Groups["verb"]}-{command.Groups["noun"]}" : name;
    }

    [GeneratedRegex(@"[\\*_<\[|]")]
    private static partial Regex MarkdownSigns();

    [GeneratedRegex("^(?<verb>[A-Z][a-z]+)(?<noun>[A-Z][A-Za-z]+)Command$")]
    private static partial Regex CommandClass();
}
