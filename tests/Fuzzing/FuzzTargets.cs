using LogAnalysis.Tests.Fuzzing.Targets;

namespace LogAnalysis.Tests.Fuzzing;

/// <summary>All that is tried with any bytes. Adding something is a line here and a file in <c>Targets</c>.</summary>
internal static class FuzzTargets
{
    /// <summary>The targets, in the order of a byte's way.</summary>
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new SplitterTarget(),
        new FileTarget(),
        new CompressedTarget(),
        new ArchivesTarget(),
        new FollowingTarget(),
        new CheckpointTarget(),
        new NotesTarget(),
        new FormatsTarget(),
        new UserFormatTarget(),
        new FormatDefinitionsTarget(),
        new TimesTarget(),
        new FieldsTarget(),
        new ConditionsTarget(),
        new CountersTarget(),
        new PatternsTarget(),
        new MergeStateTarget(),
        new ReportFilesTarget(),
        new WritersTarget(),
    ];

    /// <summary>The target of a name.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static FuzzTarget Find(string name) =>
        All.FirstOrDefault(target => target.Name == name) ?? throw new FormatException($"There is no target '{name}' among {string.Join(", ", All.Select(target => target.Name))}.");
}
