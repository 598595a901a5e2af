using System.Globalization;

namespace LogAnalysis.Bench;

/// <summary>Numbers among the arguments of a verb: <c>--files 50</c>.</summary>
internal static class NumberOptions
{
    /// <summary>Reads them.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="defaults">The options with their values where none are stated.</param>
    public static Dictionary<string, int> Parse(string[] arguments, Dictionary<string, int> defaults)
    {
        foreach (string[] pair in arguments.Chunk(2))
        {
            string name = pair[0].TrimStart('-');
            if (!defaults.ContainsKey(name))
            {
                throw new BenchException($"There is no option '{pair[0]}' among --{string.Join(", --", defaults.Keys)}.");
            }

            defaults[name] = pair.Length == 2 && int.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
                ? number
                : throw new BenchException($"{pair[0]} needs a number from 1 on.");
        }

        return defaults;
    }
}
