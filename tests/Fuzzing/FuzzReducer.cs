using System.Diagnostics;

namespace LogAnalysis.Tests.Fuzzing;

/// <summary>Makes an input that breaks a promise as small as it can be, for people to understand it.</summary>
internal static class FuzzReducer
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    /// <summary>Leaves out of an input what is not needed for failing in the same way.</summary>
    /// <remarks>After "delta debugging": Zeller and Hildebrandt, 2002.</remarks>
    public static FuzzFailure Reduce(FuzzTarget target, FuzzFailure failure)
    {
        var clock = Stopwatch.StartNew();
        FuzzFailure smallest = failure;
        for (int size = failure.Input.Length / 2; size > 0; size /= 2)
        {
            for (int at = 0; at + size <= smallest.Input.Length && clock.Elapsed < Timeout;)
            {
                byte[] candidate = [.. smallest.Input[..at], .. smallest.Input[(at + size)..]];
                string? reason = Fuzzer.Run(target, candidate);
                if (reason is not null && KindOf(reason) == KindOf(failure.Reason))
                {
                    smallest = smallest with { Input = candidate, Reason = reason };
                }
                else
                {
                    at += size;
                }
            }
        }

        return smallest;
    }

    private static string KindOf(string reason) => reason[..Math.Max(0, reason.IndexOf(':', StringComparison.Ordinal))];
}
