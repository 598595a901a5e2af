using System.Text.RegularExpressions;
using Xunit;

namespace LogAnalysis.Tests.Architecture;

/// <summary>Rules that hold for the source, since what breaks one of them is seen by an attacker only.</summary>
public sealed partial class HostileTextTests
{
    /// <summary>Tables by lengths, of which there are few, and by hashes that have a seed themselves.</summary>
    private static readonly string[] Harmless = ["ClosedFiles.cs", "PatternColumn.cs"];

    [Fact]
    public void What_commands_say_goes_through_the_one_place_that_escapes_it() =>
        Assert.DoesNotContain(LinesOf("LogAnalysis.Module"), line => line.File != "SafeStreams.cs" && Says().IsMatch(line.Text));

    [Fact]
    public void Errors_are_made_in_one_folder_where_their_texts_are_escaped() =>
        Assert.DoesNotContain(LinesOf("LogAnalysis.Module"), line => !line.File.StartsWith("LogErrors", StringComparison.Ordinal) && MakesErrors().IsMatch(line.Text));

    [Fact]
    public void Tables_by_numbers_that_a_log_can_choose_have_a_seed() =>
        Assert.DoesNotContain(LinesOf("src/LogAnalysis.Engine"), line => !Harmless.Contains(line.File) && NumberTable().IsMatch(line.Text) && !line.Text.Contains("SeededComparer", StringComparison.Ordinal));

    private static IEnumerable<(string File, string Text)> LinesOf(string project)
    {
        string root = RepositoryRoot.Combine(project.Split('/'));
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(root, file).StartsWith("obj", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Select(line => (Path.GetFileName(file), line)));
    }

    [GeneratedRegex(@"\bWrite(Warning|Verbose|Debug|Information)\([^)\s]")]
    private static partial Regex Says();

    [GeneratedRegex(@"new (ErrorRecord|ArgumentTransformationMetadataException)\(")]
    private static partial Regex MakesErrors();

    [GeneratedRegex(@"(?<!Sorted)(Dictionary|HashSet)<(long|ulong|int|uint|double|DateTime|DateTimeOffset|TimeSpan)\b[^?;]*=")]
    private static partial Regex NumberTable();
}
