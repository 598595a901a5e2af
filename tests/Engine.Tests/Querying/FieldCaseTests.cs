using System.Text.Encodings.Web;
using System.Text.Json;
using LogAnalysis.Files;
using LogAnalysis.Reading;
using Xunit;

namespace LogAnalysis.Tests.Querying;

/// <summary>
/// The cases in <c>tests/cases/fields</c>: a log, and below it the fields of each entry as JSON.
/// </summary>
public sealed class FieldCaseTests : IDisposable
{
    private const string Divider = "=== expected";

    private static readonly DateTime LastWritten = new(2025, 3, 1);
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TempFolder _folder = new();

    public static TheoryData<string> Cases =>
        new(Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "cases", "fields")).Select(Path.GetFileName)!);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_entry_has_the_fields_that_its_case_says(string file)
    {
        string[] all = File.ReadAllText(RepositoryRoot.Combine("tests", "cases", "fields", file)).TrimEnd('\n').Split('\n');
        int divider = Array.IndexOf(all, Divider);
        string log = _folder.Write("case.log", all[..divider]);
        File.SetLastWriteTime(log, LastWritten);
        using var reader = new EntryReader(log, new ReadOptions { TimeZone = TimeZoneInfo.Utc });
        var entries = new List<string>();
        while (reader.MoveNext())
        {
            entries.Add(JsonSerializer.Serialize(reader.Current.Fields, Json));
        }

        Assert.Equal(string.Join('\n', all[(divider + 1)..]), string.Join('\n', entries));
    }

    public void Dispose() => _folder.Dispose();
}
