using System.Management.Automation;
using System.Text;
using System.Text.Json;
using LogAnalysis.Counting;
using LogAnalysis.Objects;
using LogAnalysis.Parsing;
using Xunit;

namespace LogAnalysis.Tests.Objects;

/// <summary>
/// Any object can be piped. It becomes one line that is read as a log's, or is none of a log's; it never ends a command. <c>LOGANALYSIS_FUZZ_MINUTES</c> tries
/// others for a while, after a fixed number that are always the same.
/// </summary>
public sealed class ObjectInputTests
{
    private const int Objects = 3000;

    /// <summary>Values are cut, and so are lists: an object is no larger than this, in bytes.</summary>
    private const int MaxLine = 30_000_000;

    /// <summary>Beside other targets, as many as those of the engine's tests.</summary>
    private const int Share = 20;

    [Fact]
    public void Any_object_is_one_line_or_none()
    {
        var line = new ObjectLine();
        for (int seed = 0; seed < Objects; seed++)
        {
            Check(line, seed);
        }

        if (double.TryParse(Environment.GetEnvironmentVariable("LOGANALYSIS_FUZZ_MINUTES"), out double minutes))
        {
            DateTime end = DateTime.UtcNow.AddMinutes(minutes / Share);
            for (int seed = Random.Shared.Next(); DateTime.UtcNow < end; seed++)
            {
                Check(line, seed);
            }
        }
    }

    [Fact]
    public void Any_object_is_one_of_the_module_s_that_came_back_or_none()
    {
        foreach (string type in new[] { nameof(LogReport), nameof(LogErrorSummary), nameof(LogErrorGroup), nameof(LogStatusCode), nameof(LogStatusCodeCount), nameof(LogEntry) })
        {
            for (int seed = 0; seed < Objects / 10; seed++)
            {
                var custom = new PSObject();
                custom.TypeNames.Insert(0, $"Deserialized.LogAnalysis.{type}");
                var values = new AnyObject(new Random(seed), hasEndless: false);
                foreach (var property in typeof(LogReport).Assembly.GetType($"LogAnalysis.{type}")!.GetProperties())
                {
                    custom.Properties.Add(new PSNoteProperty(property.Name, values.WithMembers()));
                }

                object? restored = Deserialized.Restore(custom);
                Assert.True(restored is null || !CountLimits.ArePossible(restored) || CountLimits.Of(restored) >= 0, $"{type}, seed {seed}");
            }
        }
    }

    private static void Check(ObjectLine writer, int seed)
    {
        object input = new AnyObject(new Random(seed)).WithMembers();
        bool isEntry = writer.TryWrite(PSObject.AsPSObject(input), out ReadOnlySpan<byte> line);
        Assert.True(line.Length < MaxLine && line.IndexOf((byte)'\n') == line.Length - 1, $"seed {seed} is one line");
        using JsonDocument document = JsonDocument.Parse(Encoding.UTF8.GetString(line));
        var counter = new LevelCounter();
        var lines = new LinePipeline(new LineSource(null), counter);
        lines.Push(line);
        lines.Complete();
        Assert.True(!isEntry || counter.Entries == 1, $"seed {seed} is {counter.Entries} entries");
    }
}
