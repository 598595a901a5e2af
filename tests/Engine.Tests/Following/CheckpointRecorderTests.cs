using System.Diagnostics;
using LogAnalysis.Following;
using Xunit;

namespace LogAnalysis.Tests.Following;

/// <summary>When positions are recorded of lines that are taken.</summary>
public sealed class CheckpointRecorderTests : IDisposable
{
    /// <summary>As the recorder has it, in milliseconds.</summary>
    private const int Interval = 2;

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Lines_that_nobody_has_delivered_cost_a_look_every_two_milliseconds(bool hasSaved)
    {
        using CheckpointFile file = CheckpointFile.Open(_folder.Combine("state.json"), (reason, _) => throw new InvalidOperationException(reason));
        var recorder = new CheckpointRecorder(file);
        if (hasSaved)
        {
            recorder.Save();
        }

        int looks = 0;
        var clock = Stopwatch.StartNew();
        for (int line = 0; line < 1_000_000; line++)
        {
            recorder.CountLine();
            if (recorder.IsDue)
            {
                looks++;
                recorder.SaveIfDue();
            }
        }

        Assert.InRange(looks, hasSaved ? 0 : 1, 1 + clock.ElapsedMilliseconds / Interval);
    }

    public void Dispose() => _folder.Dispose();
}
