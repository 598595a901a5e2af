using System.Management.Automation;

namespace LogAnalysis.Pipeline;

/// <summary>Gives objects the name of a shape that has a view of its own.</summary>
internal static class ObjectShape
{
    /// <summary>An object that is shown with its group.</summary>
    public static PSObject Grouped(object result)
    {
        var shaped = new PSObject(result);
        shaped.TypeNames.Insert(0, shaped.TypeNames[0] + "#Group");
        return shaped;
    }
}
