using Xunit;

namespace LogAnalysis.Tests;

/// <summary>A document that is made from the code: with <c>LOGANALYSIS_UPDATE_DOCS=1</c> it is written anew, and held to the code otherwise.</summary>
internal static class DocumentedFile
{
    private static readonly bool Updates = Environment.GetEnvironmentVariable("LOGANALYSIS_UPDATE_DOCS") == "1";

    /// <summary>Fails where the document says something else.</summary>
    public static void AssertIs(string expected, string path)
    {
        if (Updates)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null);
    }
}
