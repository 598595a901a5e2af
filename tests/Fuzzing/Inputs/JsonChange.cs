using System.Text;
using System.Text.RegularExpressions;

namespace LogAnalysis.Tests.Fuzzing;

/// <summary>Another value for one that stands in JSON, which stays JSON.</summary>
/// <param name="Place">Which value, from 0 for the first to 1 for the last.</param>
/// <param name="Value">What stands there then.</param>
internal sealed partial record JsonChange(double Place, string Value)
{
    /// <summary>Values that are hardly ever expected.</summary>
    public static string[] Values { get; } =
    [
        "null", "true", "0", "-1", "1", "2", "99", "600", "255", "1024", "2147483647", "2147483648", "-2147483648", "9223372036854775807", "-9223372036854775808", "1e400", "1.5", "\"\"", "\"x\"", "\"0\"", "\"-00:00:01\"",
        "\"00:00:00\"", "\"10675199.02:48:05.4775807\"", "\"-10675199.02:48:05.4775808\"", "\"0001-01-01T00:00:00+00:00\"", "\"9999-12-31T23:59:59.9999999+00:00\"", "\"9999-12-31T23:59:59-14:00\"", "[]", "{}", "[null]", "[1]",
        "\"\\ud83d\"", "\"\\u0000\"", "\" \"", "\"<*>\"", "\"\\u001f\\u001e\"", "\"/log\"", "\"../..\"", "\"current\"", "\"closed\"",
    ];

    /// <summary>What becomes of a document.</summary>
    public byte[] Apply(byte[] document)
    {
        string text = Encoding.UTF8.GetString(document);
        MatchCollection values = ValuesIn().Matches(text);
        if (values.Count == 0)
        {
            return document;
        }

        Group value = values[(int)(Place * values.Count)].Groups["value"];
        return Encoding.UTF8.GetBytes(text[..value.Index] + Value + text[(value.Index + value.Length)..]);
    }

    [GeneratedRegex("""[:\[,]\s*(?<value>-?[0-9][0-9.eE+-]*|null|true|false|"[^"]*")(?=\s*[,}\]])""", RegexOptions.CultureInvariant)]
    private static partial Regex ValuesIn();
}
