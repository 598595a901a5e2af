using LogAnalysis.Model;
using LogAnalysis.Parsing;

namespace LogAnalysis.Parallel;

/// <summary>A counter, and the pipeline that its lines come through.</summary>
internal sealed class CountingPipeline(LineSource source, ILogCounter counter)
{
    public LinePipeline Lines { get; } = new(source, counter);

    public ILogCounter Counter => counter;
}
