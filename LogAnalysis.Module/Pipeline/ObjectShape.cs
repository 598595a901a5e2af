using System.Management.Automation;

namespace LogAnalysis.Pipeline;

/// <summary>Gives objects the name of a shape that has a view of its own.</summary>
internal static class ObjectShape
{
    /// <summary>A result for a window of time.</summary>
    public static PSObject OfWindow(object result) => Shape(result, "#Window");

    /// <summary>A result for a group.</summary>
    public static PSObject OfGroup(object result) => Shape(result, "#Group");

    private static PSObject Shape(object result, string suffix)
    {
        var shaped = new PSObject(result);
        shaped.TypeNames.Insert(0, shaped.TypeNames[0] + suffix);
        return shaped;
    }
}
