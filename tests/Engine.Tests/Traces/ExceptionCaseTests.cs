using System.Text;
using LogAnalysis.Counting;
using LogAnalysis.Model;
using LogAnalysis.Parsing;
using LogAnalysis.Tests.Support;
using LogAnalysis.Traces;
using Xunit;

namespace LogAnalysis.Tests.Traces;

/// <summary>The cases in <c>tests/cases/exceptions</c>: a log, and below it the exception of each entry, or a hyphen.</summary>
public sealed class ExceptionCaseTests
{
    private const string Divider = "=== expected";
    private const string None = "-";

    public static TheoryData<string> Cases =>
        new(Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "cases", "exceptions")).Select(Path.GetFileName)!);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Entries_have_the_exceptions_that_their_case_says(string file)
    {
        (string[] log, string[] expected) = Read(file);
        var reader = new ExceptionReader();
        string[] names = [.. EntriesOf(log).Select(entry => NameOf(entry, reader))];
        Assert.Equal(string.Join('\n', expected), string.Join('\n', names));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_type_of_an_entry_is_that_of_its_exception(string file)
    {
        (string[] log, string[] expected) = Read(file);
        Assert.Equal(
            expected.Select(name => name == None ? null : name.Split(" at ")[0]),
            EntriesOf(log).Select(entry => entry.Exception));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Lines_are_grouped_as_their_entries_are(string file)
    {
        (string[] log, string[] expected) = Read(file);
        string[] groups = [.. expected.Where(name => name != None).GroupBy(name => name).Select(group => $"{group.Count()} {group.Key}").Order(StringComparer.Ordinal)];
        Assert.Equal(groups, GroupsOf(log));

        var entries = new ErrorGrouping(ErrorGroupKey.Exception, LogLevel.Unknown);
        EntriesOf(log).ForEach(entry => entries.Add(entry.AsLine()));
        Assert.Equal(groups, Show(entries));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Wherever_a_log_ends_it_has_an_answer(string file)
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Join('\n', Read(file).Log));
        for (int length = 0; length < text.Length; length += 7)
        {
            var reader = new ExceptionReader();
            reader.AddMessage(text.AsSpan(0, length));
            StructuredTrace.ReadJson(text.AsSpan(0, length), reader);
            Assert.False(reader.Name is not null && reader.Type is null);
        }
    }

    private static (string[] Log, string[] Expected) Read(string file)
    {
        string[] all = File.ReadAllText(RepositoryRoot.Combine("tests", "cases", "exceptions", file)).TrimEnd('\n').Split('\n');
        int divider = Array.IndexOf(all, Divider);
        return (all[..divider], all[(divider + 1)..]);
    }

    private static List<LogEntry> EntriesOf(string[] log)
    {
        // Entries of several containers end one after the other: their lines are put together first.
        Dictionary<EntryId, List<LogEntry>> byEntry = [];
        foreach (LogEntry line in CollectingSink.ReadText(log))
        {
            byEntry.TryAdd(line.Id, []);
            byEntry[line.Id].Add(line);
        }

        List<LogEntry> entries = [];
        var assembler = new EntryAssembler(entries.Add);
        foreach (LogEntry line in byEntry.Values.SelectMany(lines => lines))
        {
            assembler.Add(line.AsLine());
        }

        assembler.Flush();
        return entries;
    }

    private static string NameOf(LogEntry entry, ExceptionReader reader)
    {
        reader.Reset();
        EntryException.Read(entry.AsLine(), reader);
        return reader.Name ?? None;
    }

    private static string[] GroupsOf(string[] log)
    {
        var grouping = new ErrorGrouping(ErrorGroupKey.Exception, LogLevel.Unknown);
        var strings = new LinePipeline(new LineSource(null), grouping);
        Array.ForEach(log, strings.PushText);
        strings.Complete();
        return Show(grouping);
    }

    private static string[] Show(ErrorGrouping grouping) => [.. grouping.ToGroups().Select(group => group.ToString()).Order(StringComparer.Ordinal)];
}
