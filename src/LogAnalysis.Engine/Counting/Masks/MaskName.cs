using System.Text.RegularExpressions;

namespace LogAnalysis.Counting;

/// <summary>What a mask can be called. Names come from other machines, too, and are shown.</summary>
internal static partial class MaskName
{
    /// <summary>Whether a text can be the name of a mask.</summary>
    public static bool IsValid(string name) => Valid().IsMatch(name);

    /// <summary>Whether a name, whatever its case, is that of a kind of places that the project knows.</summary>
    public static bool IsBuiltIn(string name) => PlaceKinds.All.Contains($"<{name}>", StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex Valid();
}
