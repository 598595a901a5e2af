using System.Management.Automation;
using System.Management.Automation.Host;
using System.Reflection;

namespace LogAnalysis.Views;

/// <summary>What views need to know of the session that shows them.</summary>
internal static class SessionView
{
    // $PSStyle is younger than the library that the module is compiled against.
    private static readonly PropertyInfo? StyleInstance = typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle")?.GetProperty("Instance");
    private static readonly ScriptBlock Location = ScriptBlock.Create("$PWD");
    private static readonly ScriptBlock Host = ScriptBlock.Create("$Host");

    /// <summary>The value of <c>$PSStyle</c>; null for no colours.</summary>
    public static object? Style => StyleInstance?.GetValue(null);

    /// <summary>The session's current folder.</summary>
    public static string Folder => Evaluate(Location)?.Properties["ProviderPath"]?.Value as string ?? string.Empty;

    /// <summary>How many cells a line of the terminal has; 0 if unknown.</summary>
    public static int Width => Terminal?.BufferSize.Width ?? 0;

    /// <summary>How many lines the terminal has; 0 if unknown.</summary>
    public static int Height => Terminal?.WindowSize.Height ?? 0;

    private static PSHostRawUserInterface? Terminal => (Evaluate(Host)?.BaseObject as PSHost)?.UI?.RawUI;

    private static PSObject? Evaluate(ScriptBlock variable) => variable.Invoke().FirstOrDefault();
}
