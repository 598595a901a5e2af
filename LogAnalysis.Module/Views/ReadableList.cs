using System.Management.Automation;
using System.Reflection;

namespace LogAnalysis.Views;

/// <summary>
/// Lists that say what is in them. An array as such says <c>System.String[]</c>, and that is what <c>Export-Csv</c> would write; wrapped
/// so, it stays the array that it is for everybody else.
/// </summary>
public static class ReadableList
{
    private static readonly MethodInfo JoinMethod = typeof(ReadableList).GetMethod(nameof(Join))!;

    /// <summary>A list whose text is that of its items.</summary>
    /// <param name="list">An array.</param>
    public static PSObject? Of(Array? list)
    {
        if (list is null)
        {
            return null;
        }

        var readable = new PSObject(list);
        if (readable.Members[nameof(ToString)] is not PSCodeMethod)
        {
            readable.Members.Add(new PSCodeMethod(nameof(ToString), JoinMethod), preValidated: true);
        }

        return readable;
    }

    /// <summary>The items of a list in one text.</summary>
    /// <param name="list">The list.</param>
    public static string Join(PSObject list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return string.Join("; ", ((Array)list.BaseObject).Cast<object?>());
    }
}
