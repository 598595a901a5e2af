using System.Diagnostics;
using System.Text;
using CsCheck;
using LogAnalysis.Formats;
using LogAnalysis.Model;

namespace LogAnalysis.Tests.Fuzzing.Targets;

/// <summary>A format of a user's own is refused for its pattern, or takes any line within its time. An input is a pattern, a zero, and a line.</summary>
internal sealed class UserFormatTarget() : FuzzTarget("user formats")
{
    private static readonly string[] Patterns =
    [
        @"^(?<timestamp>\S+ \S+) (?<level>\w+) (?<message>.*)$", @"^(?<message>(a+)+)$", @"(?<message>(.*)*\d)", @"^(?<level>(\w+\s?)*)$", @"(?<status>\d{3}).*(?<url>/\S*)",
        @"(?<message>(?=a)(a|aa)+$)", @"(?<client>(x+x+)+y)", @"(?<message>(.)\2+)", @"(?<duration>[\d.]+)\s*(?<bytes>\d+)?", @"(?<message>(?:a?){20}a{20})", @"(?<time>[^\]]+)\] (?<message>.*?)(?<method>GET|POST)?",
        @"(?<message>\p{L}+|\W*)*$", @"(?>(?<message>.*?))(?<url>\S+)(?!x)", @"(?i)(?<severity>error|warn)", @"(?<message>(([a-z])+.)+[A-Z]([a-z])+$)",
    ];

    private static readonly string[] Bombs = [new string('a', 3000), new string('x', 3000), string.Concat(Enumerable.Repeat("ab ", 1000)), new string('é', 2000), new string('1', 3000) + "!"];

    /// <inheritdoc/>
    public override Gen<byte[]> Inputs { get; } = Gen.Select(
        Gen.Frequency((3, Gen.OneOfConst(Patterns).Select(Encoding.UTF8.GetBytes)), (1, AnyBytes.Tampered(Gen.OneOfConst(Patterns).Select(Encoding.UTF8.GetBytes)))),
        Gen.Frequency((3, AnyBytes.Line), (1, AnyBytes.Tampered(Gen.OneOfConst(Bombs).Select(Encoding.UTF8.GetBytes)))),
        (pattern, line) => (byte[])[.. pattern, 0, .. line.Where(b => b != '\n')]);

    /// <inheritdoc/>
    public override void Try(byte[] input)
    {
        int zero = Array.IndexOf(input, (byte)0);
        byte[] line = input[(zero + 1)..];
        UserFormat? format = Create(Encoding.UTF8.GetString(input, 0, Math.Max(0, zero)));
        if (format is null || line.Length == 0)
        {
            return;
        }

        LineFields fields = default;
        var clock = Stopwatch.StartNew();
        bool isParsed = format.TryParse(line, ref fields);
        Promise.That(clock.Elapsed < Patience.Limit, $"'{format}' takes {clock.Elapsed} for {line.Length} bytes");
        if (isParsed)
        {
            FormatsTarget.Check(line, format, in fields);
        }
    }

    private static UserFormat? Create(string pattern)
    {
        try
        {
            return UserFormat.Create("user", pattern);
        }
        catch (FormatDefinitionException)
        {
            return null;
        }
    }
}
