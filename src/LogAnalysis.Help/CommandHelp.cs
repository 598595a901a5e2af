namespace LogAnalysis.Help;

/// <summary>All that help says of a command.</summary>
internal sealed record CommandHelp
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>Whether it shares parameters with other commands.</summary>
    public bool SharesParameters => Parameters.Any(parameter => parameter.IsShared);

    /// <summary>What it does, in a sentence or two.</summary>
    public required DocText Synopsis { get; init; }

    public required DocText Description { get; init; }

    /// <summary>The ways to call it, the usual one first.</summary>
    public required IReadOnlyList<SyntaxHelp> Syntax { get; init; }

    /// <summary>Each parameter once, by name.</summary>
    public required IReadOnlyList<ParameterHelp> Parameters { get; init; }

    public required IReadOnlyList<TypeHelp> Inputs { get; init; }

    public required IReadOnlyList<TypeHelp> Outputs { get; init; }

    public required IReadOnlyList<ExampleHelp> Examples { get; init; }

    public required IReadOnlyList<LinkHelp> Links { get; init; }
}
