using System.Management.Automation;

namespace LogAnalysis.Objects;

/// <summary>A line that <c>Select-String</c> has found.</summary>
/// <param name="Text">The line.</param>
/// <param name="Path">Its file; null where it came from the pipeline.</param>
/// <param name="Number">Its 1-based number; 0 where it is not known.</param>
internal sealed record MatchedLine(string Text, string? Path, long Number)
{
    /// <summary>The name of the type, which is in an assembly that the module does not refer to; also after a job.</summary>
    private const string TypeName = "Microsoft.PowerShell.Commands.MatchInfo";

    /// <summary>What Select-String says instead of a path.</summary>
    private const string NoFile = "InputStream";

    /// <summary>The line that an object is; null where it is none.</summary>
    public static MatchedLine? TryCreate(PSObject input)
    {
        bool isMatch = input.BaseObject is PSCustomObject ? TypeNames.Of(input)[0] == "Deserialized." + TypeName : input.BaseObject.GetType().FullName == TypeName;
        var bag = new PropertyBag(input);
        return isMatch && bag.Text("Line") is string line
            ? new MatchedLine(line, bag.Text("Path") is string path and not NoFile ? path : null, bag.Find<long>("LineNumber") ?? 0)
            : null;
    }
}
