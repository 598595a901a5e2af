using Xunit;

namespace LogAnalysis.Tests.Contributing;

/// <summary>What CONTRIBUTING.md says of a new format is tried: a new file, one line in the registry, a case, and nothing else.</summary>
public sealed class AddAFormatTests
{
    private const string Format = "src/LogAnalysis.Engine/Formats/KilnFormat.cs";
    private const string Registry = "src/LogAnalysis.Engine/Formats/LogFormats.cs";
    private const string Case = "tests/cases/lines/kiln";
    private const string List = "docs/formats.md";
    private const string Tests = "tests/Engine.Tests/bin";

    [Fact]
    public void A_format_takes_one_new_file_one_line_in_the_registry_and_one_case()
    {
        using var project = new ProjectCopy();
        project.Write(Format, WorkedExample.TextFor(Format));
        project.Write(Registry, AddToRegistry(project.Read(Registry), WorkedExample.TextFor(Registry)));
        project.Write(Case, WorkedExample.TextFor(Case));

        DotNet.Run(project.Root, "build", "src/LogAnalysis.Engine", "-o", "built", "-m:1", "-p:RunAnalyzers=false");
        string output = RunFormatTests(project);

        Assert.Contains("Passed LogAnalysis.Tests.Formats.LineCaseTests.Every_line_is_what_its_case_says(file: \"kiln\")", output, StringComparison.Ordinal);
        Assert.Contains("| `kiln` | Kiln controllers", project.Read(List), StringComparison.Ordinal);
    }

    private static string AddToRegistry(string registry, string line)
    {
        Assert.Single(line.TrimEnd('\n').Split('\n'));
        int end = registry.IndexOf("    ];", registry.IndexOf(" Structured =", StringComparison.Ordinal), StringComparison.Ordinal);
        return registry.Insert(end, line);
    }

    /// <summary>Runs the tests of formats as they are, with the engine that was built from the copy.</summary>
    private static string RunFormatTests(ProjectCopy project)
    {
        foreach (string file in Directory.EnumerateFiles(AppContext.BaseDirectory))
        {
            project.Copy(file, Path.Combine(Tests, Path.GetFileName(file)));
        }

        project.Copy(Path.Combine(project.Root, "built", "LogAnalysis.Engine.dll"), Path.Combine(Tests, "LogAnalysis.Engine.dll"));
        return DotNet.Run(
            project.Root,
            new Dictionary<string, string> { ["LOGANALYSIS_UPDATE_DOCS"] = "1" },
            "vstest", Path.Combine(Tests, "Engine.Tests.dll"), "--TestCaseFilter:FullyQualifiedName~LineCaseTests|FullyQualifiedName~FormatsExcludeEachOther|FullyQualifiedName~FormatListTests", "--logger:console;verbosity=normal");
    }
}
