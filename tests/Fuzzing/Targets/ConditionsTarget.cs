using System.Text;
using CsCheck;
using LogAnalysis.Model;
using LogAnalysis.Parsing;
using LogAnalysis.Querying;

namespace LogAnalysis.Tests.Fuzzing.Targets;

/// <summary>
/// A condition is refused, or decides about any entry: never for it and for its opposite, and the same for alternatives in any order. An input is a name, a
/// zero, a value, a zero, and a log.
/// </summary>
internal sealed class ConditionsTarget() : FuzzTarget("conditions")
{
    private static readonly DateTimeOffset Now = new(2025, 1, 24, 7, 0, 30, TimeSpan.Zero);

    private static readonly string[] Names =
        ["Elapsed", "User", "StatusCode", "Level", "SourceContext", "a.b.c", "Message", "Timestamp", "@t", "msg", "Url", "Client", "Bytes", "x", "*", "a..b", ".", "Properties.Elapsed", "Exception", "EventId"];

    private static readonly string[] Values =
        [">500", ">=1.5s", "<2025-01-24 07:00", "5*", "*a*b*c*", "[a-z]*", "[", "![", "!", "!=x", "????", "*", "", "<1h", "> -1", ">1e400", "<NaN", ">=99999999999999d", "`*", "[!a]?", "Shop.*", "!500", "anna", "2025-01-24T07:00:30Z", "true"];

    /// <inheritdoc/>
    public override Gen<byte[]> Inputs { get; } = Gen.Select(
        AnyBytes.Tampered(Gen.OneOfConst(Names).Select(Encoding.UTF8.GetBytes)),
        Gen.Frequency((4, AnyBytes.Tampered(Gen.OneOfConst(Values).Select(Encoding.UTF8.GetBytes))), (1, Gen.OneOfConst("*a", "[a-c]", "?*").Array[1, 60].Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts))))),
        AnyBytes.Log,
        (name, value, log) => (byte[])[.. name.Where(b => b != 0), 0, .. value.Where(b => b != 0), 0, .. log]);

    /// <inheritdoc/>
    public override void Try(byte[] input)
    {
        int first = Array.IndexOf(input, (byte)0);
        int second = Array.IndexOf(input, (byte)0, first + 1);
        if (first < 1 || second < 0)
        {
            return;
        }

        string name = Encoding.UTF8.GetString(input, 0, first);
        string value = Encoding.UTF8.GetString(input, first + 1, second - first - 1).TrimStart('!');
        byte[] log = input[(second + 1)..];
        bool[]? those = Select(log, name, value);
        bool[]? others = Select(log, name, "!" + value);
        if (those is not null && others is not null)
        {
            Promise.That(!those.Zip(others).Any(pair => pair.First && pair.Second), $"'{name}' is '{value}', or not");
            Promise.That(those.AsSpan().SequenceEqual(Select(log, name, new object?[] { "no such value", value })) || value.StartsWith('<') || value.StartsWith('>'), "an alternative takes nothing away");
        }

        bool[] absent = Select(log, name, null)!;
        Promise.That(those is null || !absent.Zip(those).Any(pair => pair.First && pair.Second), $"'{name}' is absent, or '{value}'");
    }

    /// <summary>Which entries pass; null where the condition is refused.</summary>
    private static bool[]? Select(byte[] log, string name, object? value)
    {
        FieldCondition condition;
        try
        {
            condition = FieldConditionParser.Parse(name, value, Now);
        }
        catch (FieldConditionException)
        {
            return null;
        }

        var passed = new HashSet<long>();
        var all = new List<long>();
        Read(log, new EntryFilterSink(new EntryFilter { Where = new FieldFilter([condition]) }, new OffsetSink(offset => passed.Add(offset))));
        Read(log, new OffsetSink(all.Add));
        return [.. all.Select(passed.Contains)];
    }

    private static void Read(byte[] log, ILogSink sink)
    {
        var lines = new LinePipeline(new LineSource(null), sink);
        lines.Push(log);
        lines.Complete();
    }

    /// <summary>Where entries begin.</summary>
    private sealed class OffsetSink(Action<long> take) : ILogSink
    {
        public void Add(in LogLine line)
        {
            if (!line.IsContinuation)
            {
                take(line.Offset);
            }
        }
    }
}
