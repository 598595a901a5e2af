using System.Reflection;
using LogAnalysis.Commands;
using Mono.Cecil;
using Xunit;

namespace LogAnalysis.Tests.Architecture;

/// <summary>The folders of a project are rooms, and its code goes through them one way.</summary>
public sealed class ArchitectureTests
{
    /// <summary>The engine's folders, each with those it may use; what lies in none of them all may use.</summary>
    private static readonly Dictionary<string, string[]> EngineRooms = new()
    {
        ["Text"] = [],
        ["Times"] = ["Text"],
        ["Traces"] = ["Text"],
        ["Model"] = ["Traces", "Times", "Text"],
        ["Fields"] = ["Model", "Times", "Text"],
        ["Formats"] = ["Fields", "Model", "Times", "Text"],
        ["Files"] = ["Model", "Text"],
        ["Querying"] = ["Fields", "Model", "Times", "Text"],
        ["Parsing"] = ["Formats", "Querying", "Fields", "Model", "Times", "Text"],
        ["Reading"] = ["Parsing", "Files", "Formats", "Querying", "Fields", "Model", "Times", "Text"],
        ["Parallel"] = ["Reading", "Parsing", "Files", "Fields", "Model", "Times", "Text"],
        ["Following"] = ["Reading", "Parsing", "Files", "Model", "Times", "Text"],
        ["Counting"] = ["Parsing", "Querying", "Fields", "Model", "Traces", "Times", "Text"],
        ["Reporting"] = ["Counting", "Files", "Fields", "Model", "Times", "Text"],
    };

    /// <summary>What a type that follows files may remember, and how long it may be.</summary>
    private const int MaxFields = 8;
    private const int MaxLines = 250;

    private static readonly Dictionary<string, string[]> ModuleRooms = new()
    {
        ["Loading"] = [],
        ["Objects"] = [],
        ["Views"] = ["Objects"],
        ["Errors"] = ["Views"],
        ["Paths"] = ["Errors"],
        ["Pipeline"] = ["Paths", "Errors", "Views", "Objects"],
        ["Completion"] = ["Paths", "Views"],
        ["Commands"] = ["Completion", "Pipeline", "Paths", "Errors", "Views", "Objects"],
    };

    [Fact]
    public void The_engine_s_folders_depend_one_way() => AssertNone(WrongWays("src/LogAnalysis.Engine", typeof(LogEntry).Assembly, EngineRooms));

    [Fact]
    public void The_module_s_folders_depend_one_way() => AssertNone(WrongWays("LogAnalysis.Module", typeof(GetLogEntryCommand).Assembly, ModuleRooms));

    [Fact]
    public void Each_type_has_a_file_of_its_name()
    {
        Assert.Empty(Homeless("src/LogAnalysis.Engine", typeof(LogEntry).Assembly));
        Assert.Empty(Homeless("LogAnalysis.Module", typeof(GetLogEntryCommand).Assembly));
    }

    [Fact]
    public void What_follows_files_is_small_enough_to_be_read()
    {
        var folders = new SourceFolders("src/LogAnalysis.Engine");
        AssertNone(typeof(LogEntry).Assembly.GetTypes()
            .Where(type => folders.Find(type.Name) == "Following")
            .Select(type => (type.Name, Fields: StateOf(type), Lines: folders.CountLines(type.Name)))
            .Where(type => type.Fields > MaxFields || type.Lines > MaxLines)
            .Select(type => $"{type.Name} has {type.Fields} fields and {type.Lines} lines"));
    }

    [Fact]
    public void The_engine_has_never_heard_of_PowerShell() =>
        Assert.Equal(["HdrHistogram", "SharpCompress", "System.IO.Hashing"], Foreign(typeof(LogEntry).Assembly));

    [Fact]
    public void The_module_knows_PowerShell_the_engine_and_a_library_for_globs() =>
        Assert.Equal(
            ["LogAnalysis.Engine", "Microsoft.Extensions.FileSystemGlobbing", "System.Management.Automation"],
            Foreign(typeof(GetLogEntryCommand).Assembly));

    /// <summary>How many fields an object of a type has, apart from those that are given when it is made and stay: options.</summary>
    private static int StateOf(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Length
        - type.GetProperties().Count(property => property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Length > 0);

    // Assert.Empty shows the first five; whoever breaks a rule wants to see each place.
    private static void AssertNone(IEnumerable<string> violations)
    {
        string all = string.Join(Environment.NewLine, violations);
        Assert.True(all.Length == 0, all);
    }

    /// <summary>Each use of a type of one room by a type of another that may not use it, or by one that lies beside the rooms.</summary>
    private static IEnumerable<string> WrongWays(string project, Assembly assembly, Dictionary<string, string[]> rooms)
    {
        var folders = new SourceFolders(project);
        return TypeUses.Of(assembly.Location)
            .Where(use => use.Used.Scope is ModuleDefinition)
            .Select(use => (use.User, From: RoomOf(use.User), Used: TypeUses.NameOf(use.Used), To: RoomOf(TypeUses.NameOf(use.Used))))
            .Where(use => use.From is not null && use.To is not null && rooms.ContainsKey(use.To) && use.From != use.To)
            .Where(use => !rooms.GetValueOrDefault(use.From!, []).Contains(use.To))
            .Select(use => $"{use.From}/{use.User} uses {use.To}/{use.Used}")
            .Distinct();

        // A room goes with the shelves in it; what lies beside the rooms is one of its own.
        string? RoomOf(string type) =>
            folders.Find(type) is { } folder ? rooms.Keys.SingleOrDefault(room => $"{folder}/".StartsWith(room + "/", StringComparison.Ordinal)) ?? (folder.Length == 0 ? "" : null) : null;
    }

    private static IEnumerable<string> Homeless(string project, Assembly assembly)
    {
        var folders = new SourceFolders(project);
        return assembly.GetTypes()
            .Where(type => type.DeclaringType is null && type.Namespace?.StartsWith(nameof(LogAnalysis), StringComparison.Ordinal) == true)
            .Select(type => type.Name.Split('`')[0])
            .Where(name => folders.Find(name) is null);
    }

    /// <summary>The assemblies that one refers to, those of .NET left out.</summary>
    private static IEnumerable<string> Foreign(Assembly assembly) =>
        assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name is "System.Management.Automation" || !File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name + ".dll")))
            .Order(StringComparer.Ordinal);
}
