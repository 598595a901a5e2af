namespace LogAnalysis.Help;

/// <summary>All that help says of a parameter.</summary>
internal sealed record ParameterHelp
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    public required DocText Text { get; init; }

    /// <summary>Why only this command has it, and not every command that shares parameters with it; null where nothing says so.</summary>
    public required DocText? Only { get; init; }

    /// <summary>Whether all commands have it that share parameters with this one.</summary>
    public required bool IsShared { get; init; }

    /// <summary>What it is where it is not given; null where it must be.</summary>
    public required DocText? Default { get; init; }

    /// <summary>The name of its type, as PowerShell writes it.</summary>
    public required string Type { get; init; }

    public required bool IsSwitch { get; init; }

    /// <summary>The values that it takes, where they can be counted.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    public required bool TakesWildcards { get; init; }

    public required bool TakesPipeline { get; init; }

    public required bool IsRequired { get; init; }

    /// <summary>Its place, from 0, where the name can be left out; null where it cannot.</summary>
    public required int? Position { get; init; }
}
