namespace LogAnalysis.Help.Writing;

/// <summary>Writes the help of a command as a page of Markdown.</summary>
internal static class MarkdownWriter
{
    /// <summary>The folder of documents, which is the one above that of the pages.</summary>
    private const string Documents = "docs/";

    /// <summary>The page.</summary>
    public static string Write(CommandHelp command) => string.Join("\n\n", Blocks(command).Where(block => block.Length > 0)) + "\n";

    private static IEnumerable<string> Blocks(CommandHelp command) =>
    [
        $"# {command.Name}",
        Text(command.Synopsis),
        command.Aliases.Count > 0 ? $"Alias: {string.Join(", ", command.Aliases.Select(alias => $"`{alias}`"))}" : string.Empty,
        $"```text\n{string.Join('\n', command.Syntax.Select(way => $"{command.Name} {way.Text}"))}\n```",
        Text(command.Description),
        "## Examples",
        .. command.Examples.SelectMany(Example),
        "## Parameters",
        .. command.Parameters.SelectMany(Parameter),
        "## Input",
        .. command.Inputs.Select(Typed),
        "## Output",
        .. command.Outputs.Select(Typed),
        "## See also",
        string.Join('\n', command.Links.Select(link => $"- {Link(link)}")),
    ];

    private static IEnumerable<string> Example(ExampleHelp example) =>
    [
        $"### {Text(example.Title)}",
        .. example.Remarks.Select(Text),
        $"```powershell\n{example.Code}\n```",
    ];

    private static IEnumerable<string> Parameter(ParameterHelp parameter) =>
    [
        $"### -{parameter.Name}{(parameter.IsSwitch ? string.Empty : $" <{parameter.Type}>")}".Replace("<", @"\<", StringComparison.Ordinal),
        Text(parameter.Text),
        string.Join('\n', Properties(parameter).Select(fact => $"- {fact}")),
    ];

    private static IEnumerable<string> Properties(ParameterHelp parameter)
    {
        if (parameter.Values.Count > 0)
        {
            yield return $"Values: {string.Join(", ", parameter.Values.Select(value => $"`{value}`"))}";
        }

        if (parameter.Default is not null && !parameter.IsSwitch)
        {
            yield return $"Default: {string.Join(' ', parameter.Default.Markdown)}";
        }

        if (parameter.IsRequired)
        {
            yield return "Required";
        }

        if (parameter.Position is int position)
        {
            yield return $"Position: {position}";
        }

        if (parameter.TakesPipeline)
        {
            yield return "From the pipeline";
        }

        if (parameter.TakesWildcards)
        {
            yield return "Takes wildcards";
        }

        if (parameter.Aliases.Count > 0)
        {
            yield return $"Alias: {string.Join(", ", parameter.Aliases.Select(alias => $"`-{alias}`"))}";
        }
    }

    private static string Typed(TypeHelp type) => $"**{type.Name}**: {Text(type.Text)}";

    private static string Link(LinkHelp link) => link switch
    {
        { Document: string document } => $"[{link.Text}](../{document.Replace(Documents, string.Empty, StringComparison.Ordinal)})",
        { Text: ['a', 'b', 'o', 'u', 't', '_', ..] } => $"[{link.Text}](../{link.Text}.help.txt)",
        _ => $"[{link.Text}]({link.Text}.md)",
    };

    /// <summary>Paragraphs, and items of a list without an empty line between them.</summary>
    private static string Text(DocText text) => text.Markdown.Aggregate(
        string.Empty,
        (page, paragraph) => page + (page.Length == 0 ? string.Empty : IsItem(paragraph) && IsItem(page[(page.LastIndexOf('\n') + 1)..]) ? "\n" : "\n\n") + paragraph);

    private static bool IsItem(string line) => line.StartsWith("- ", StringComparison.Ordinal);
}
