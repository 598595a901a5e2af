using System.Collections;
using System.Management.Automation;

namespace LogAnalysis.Tests.Objects;

/// <summary>Objects as nobody would pipe them, but could: made of chance, so that a seed repeats them.</summary>
/// <param name="random">Chance.</param>
/// <param name="hasEndless">Whether some have sequences without an end.</param>
internal sealed class AnyObject(Random random, bool hasEndless = true)
{
    private const int MaxDepth = 7;

    private static readonly string[] Names =
        ["Message", "msg", "Level", "LevelDisplayName", "TimeCreated", "Timestamp", "StatusCode", "Id", "PSPath", "FullName", "Text", "MergeState", "schema", "version", "x", "", "\x1b[31m", "a.b", "\0", "Count", "Length", "PSTypeName"];

    private static readonly object?[] Values =
    [
        null, true, 0, -1, 7, long.MaxValue, ulong.MaxValue, double.NaN, double.NegativeInfinity, double.MaxValue, float.Epsilon, decimal.MaxValue, 'x', '\uD83D', DateTime.MinValue, DateTime.MaxValue, DateTimeOffset.MinValue,
        DateTimeOffset.MaxValue, TimeSpan.MinValue, TimeSpan.MaxValue, DayOfWeek.Friday, (DayOfWeek)99, Guid.Empty, new Uri("http://x.invalid/"), new Version(1, 2), typeof(string), new InvalidOperationException("lost"), new byte[3000], "error",
        "2025-01-24T07:00:30Z", new string('w', 200_000), DBNull.Value, StringComparer.Ordinal, new Thrower(), new Endless(),
    ];

    /// <summary>Makes an object with members.</summary>
    public object WithMembers() => random.Next(4) switch
    {
        0 => Table(0),
        1 => new Thrower(),
        2 => Single() ?? Table(0),
        _ => Custom(0),
    };

    private object? Value(int depth) => depth > MaxDepth ? Single() : random.Next(8) switch
    {
        0 => Table(depth + 1),
        1 => Custom(depth + 1),
        2 => List(depth + 1),
        3 => Single() is object value ? PSObject.AsPSObject(value) : null,
        4 => HostileTexts.All[random.Next(HostileTexts.All.Count)],
        _ => Single(),
    };

    private object? Single() => Values[random.Next(Values.Length - (hasEndless ? 0 : 1))];

    private IDictionary Table(int depth)
    {
        IDictionary table = random.Next(2) == 0 ? new Hashtable() : new System.Collections.Specialized.OrderedDictionary();
        for (int i = random.Next(6); i > 0; i--)
        {
            table[random.Next(5) == 0 ? i : Names[random.Next(Names.Length)]] = random.Next(12) == 0 ? table : Value(depth);
        }

        return table;
    }

    private PSObject Custom(int depth)
    {
        var custom = new PSObject();
        for (int i = random.Next(6); i > 0; i--)
        {
            string name = Names[random.Next(Names.Length)];
            if (name.Length > 0 && custom.Properties[name] is null)
            {
                custom.Properties.Add(new PSNoteProperty(name, random.Next(12) == 0 ? custom : Value(depth)));
            }
        }

        return custom;
    }

    private object?[] List(int depth)
    {
        var list = new object?[random.Next(5)];
        for (int i = 0; i < list.Length; i++)
        {
            list[i] = random.Next(12) == 0 ? list : Value(depth);
        }

        return list;
    }
}
