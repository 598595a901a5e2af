using LogAnalysis.Tests.Contributing;
using LogAnalysis.Tests.Fuzzing;
using Xunit;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("LogAnalysis.Tests.Support.LongestFirst", "Engine.Tests")]

namespace LogAnalysis.Tests.Support;

/// <summary>Starts the classes that take longest first, so that no core waits for one of them at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest = [nameof(HostileLogTests), nameof(AddAFormatTests), nameof(AnyBytesTests)];

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(collection => Longest.Any(name => collection.DisplayName.EndsWith("." + name, StringComparison.Ordinal)));
}
