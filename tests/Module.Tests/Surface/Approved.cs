using Xunit;

namespace LogAnalysis.Tests.Surface;

/// <summary>
/// Texts that somebody has looked at, in <c>tests/approved</c>. One that has changed fails with the lines that differ; run once with the
/// environment variable LOGANALYSIS_APPROVE=1, it is written anew, to be looked at in the commit.
/// </summary>
internal static class Approved
{
    private const string Variable = "LOGANALYSIS_APPROVE";

    public static void Check(string name, string text)
    {
        string path = RepositoryRoot.Combine("tests", "approved", name);
        text = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            File.WriteAllText(path, text);
        }

        string approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : string.Empty;
        if (text != approved)
        {
            Assert.Fail($"""
                The public surface is not what tests/approved/{name} says:

                {string.Join('\n', LineDiff.Between(approved.Split('\n'), text.Split('\n')))}

                If that is meant, say so in CHANGELOG.md, run the test once with {Variable}=1, and commit the file.
                """);
        }
    }
}
