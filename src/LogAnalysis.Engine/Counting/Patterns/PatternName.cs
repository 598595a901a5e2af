using System.Text;

namespace LogAnalysis.Counting;

/// <summary>Writes the kinds of places into a pattern.</summary>
internal static class PatternName
{
    /// <summary>The pattern with a name for the kind of each place, where it is known.</summary>
    public static string Of(string pattern, IReadOnlyList<PlaceValues> places)
    {
        string[] pieces = pattern[1..].Split(PatternToken.Joint);
        var text = new StringBuilder();
        int place = 0;
        for (int i = 0; i < pieces.Length; i++)
        {
            bool isPlace = i % 2 == 1 && pieces[i] == PatternToken.Wildcard;
            text.Append(isPlace && place < places.Count ? places[place].Look.Name : pieces[i]);
            place += isPlace ? 1 : 0;
        }

        return text.ToString();
    }
}
