using System.Text.RegularExpressions;
using System.Xml.Linq;
using LogAnalysis.Help;
using LogAnalysis.Help.Reading;
using LogAnalysis.Help.Writing;
using Xunit;

namespace LogAnalysis.Tests.Help;

/// <summary>Help is made of what is written beside the code, and the build fails where nothing is.</summary>
public sealed class GeneratorTests
{
    private static readonly string Sources = RepositoryRoot.Combine("tests", "Module.Tests");

    [Fact]
    public void What_is_missing_is_an_error_with_the_place_where_to_write_it()
    {
        string[] errors = [.. Read(typeof(GetUndocumentedCommand)).Errors.Select(error => error.ToString())];
        Assert.Equal(
            ["LOGHELP001", "LOGHELP002", "LOGHELP003", "LOGHELP004", "LOGHELP004", "LOGHELP005", "LOGHELP006", "LOGHELP007", "LOGHELP008", "LOGHELP009"],
            errors.Select(error => Regex.Match(error, "LOGHELP[0-9]+").Value).Order());
        Assert.All(errors, error => Assert.Matches(@"^\S+GetUndocumentedCommand\.cs\(\d+\): error LOGHELP\d+: .", error));
        string[] lines = File.ReadAllLines(Path.Combine(Sources, "Help", "GetUndocumentedCommand.cs"));
        string silent = errors.Single(error => error.Contains("LOGHELP003", StringComparison.Ordinal));
        int line = int.Parse(Regex.Match(silent, @"\((\d+)\)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("string? Silent", lines[line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_help_would_break_is_an_error()
    {
        XmlDocs docs = Docs();
        XElement code = docs.Of(typeof(GetDocumentedCommand)).Element("example")!.Element("code")!;
        code.Value = "PS> " + new string('x', 80);
        Assert.Equal("LOGHELP010", ModuleHelp.Read([typeof(GetDocumentedCommand)], docs, new SourceFiles(Sources)).Errors.Single().Id);
    }

    [Fact]
    public void What_is_documented_is_no_error() => Assert.Empty(Read(typeof(GetDocumentedCommand)).Errors);

    [Fact]
    public void The_page_of_a_command_says_all_that_is_known_of_it() =>
        Assert.Equal(
            File.ReadAllText(Path.Combine(Sources, "Help", "Get-Documented.md")).ReplaceLineEndings("\n"),
            MarkdownWriter.Write(Read(typeof(GetDocumentedCommand)).Commands.Single()));

    private static XmlDocs Docs() => new(Path.Combine(AppContext.BaseDirectory, "Module.Tests.xml"));

    private static ModuleHelp Read(Type command) => ModuleHelp.Read([command], Docs(), new SourceFiles(Sources));
}
