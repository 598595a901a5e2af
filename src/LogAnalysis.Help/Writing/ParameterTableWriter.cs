namespace LogAnalysis.Help.Writing;

/// <summary>Writes a page of Markdown with all commands and their parameters, and why a command does not have one that others have.</summary>
internal static class ParameterTableWriter
{
    private const string Yes = "yes";

    /// <summary>The page.</summary>
    public static string Write(IEnumerable<CommandHelp> commands)
    {
        ILookup<bool, CommandHelp> bySharing = commands.ToLookup(command => command.SharesParameters);
        return string.Join("\n\n", Blocks([.. bySharing[true]], [.. bySharing[false]])) + "\n";
    }

    private static IEnumerable<string> Blocks(CommandHelp[] reading, CommandHelp[] others) =>
    [
        "# Commands and their parameters",
        "This page is made from the code.",
        "## Parameters of every command that reads logs",
        "They have the same meaning, the same values and the same completion everywhere. Each command's page explains them.",
        Table(["", .. reading.Select(Link)], Names(reading, isShared: true).Select(name => Row(name, reading))),
        "## Parameters of some of them",
        Table(["", .. reading.Select(Link), "why only there"], Names(reading, isShared: false).Select(name => (string[])[.. Row(name, reading), Reason(name, reading)])),
        "## Other commands",
        Table(["command", "parameters"], others.Select(command => (string[])[Link(command), string.Join(", ", command.Parameters.Select(parameter => Code(parameter.Name)))])),
    ];

    private static IEnumerable<string> Names(CommandHelp[] commands, bool isShared) =>
        commands.SelectMany(command => command.Parameters).Where(parameter => parameter.IsShared == isShared).Select(parameter => parameter.Name).Distinct().Order(StringComparer.Ordinal);

    private static string[] Row(string name, CommandHelp[] commands) =>
        [Code(name), .. commands.Select(command => command.Parameters.Any(parameter => parameter.Name == name) ? Yes : string.Empty)];

    private static string Reason(string name, CommandHelp[] commands) =>
        string.Join(' ', commands.SelectMany(command => command.Parameters).First(parameter => parameter.Name == name && parameter.Only is not null).Only!.Markdown);

    private static string Table(string[] headers, IEnumerable<string[]> rows) =>
        string.Join('\n', ((string[][])[headers, [.. headers.Select(_ => "---")], .. rows]).Select(cells => $"| {string.Join(" | ", cells)} |".Replace("  ", " ", StringComparison.Ordinal)));

    private static string Link(CommandHelp command) => $"[{command.Name}]({command.Name}.md)";

    private static string Code(string name) => $"`-{name}`";
}
