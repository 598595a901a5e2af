using Xunit;

namespace LogAnalysis.Tests.Support;

/// <summary>Tests that change what the whole process shares, such as the registered formats: no other test runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessWideState
{
    public const string Name = "process-wide state";
}
