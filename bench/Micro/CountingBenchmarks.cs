using BenchmarkDotNet.Attributes;
using LogAnalysis.Counting;
using LogAnalysis.Model;
using LogAnalysis.Reporting;

namespace LogAnalysis.Bench.Micro;

/// <summary>The whole way from 1 MB of text to counts, on one thread.</summary>
[MemoryDiagnoser]
public class CountingBenchmarks
{
    private byte[] _text = [];

    /// <summary>The text.</summary>
    [Params("app", "access", "json", "syslog")]
    public string Log { get; set; } = string.Empty;

    /// <summary>Makes the text.</summary>
    [GlobalSetup]
    public void Prepare() => _text = Sample.Of(Log);

    /// <summary>What <c>Measure-LogErrors</c> counts.</summary>
    [Benchmark]
    public object Errors() => Count(new ErrorCounter());

    /// <summary>What <c>Get-LogStatusCode -Summary</c> counts.</summary>
    [Benchmark]
    public object Statuses() => Count(new StatusCodeCounter(StatusCodeFilter.All));

    /// <summary>What <c>Get-LogReport</c> counts.</summary>
    [Benchmark]
    public object Report() => Count(new ReportBuilder(new ReportOptions()));

    private ILogCounter Count(ILogCounter counter)
    {
        Sample.Parse(_text, counter);
        return counter;
    }
}
