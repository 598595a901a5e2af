using System.Diagnostics;
using CsCheck;

namespace LogAnalysis.Tests.Fuzzing;

/// <summary>
/// Gives a target one input after the other. The inputs depend on the seed and their numbers alone, so a run can be repeated, whatever
/// threads it was on.
/// </summary>
/// <param name="target">What is tried.</param>
/// <param name="seed">Which inputs it is given.</param>
internal sealed class Fuzzer(FuzzTarget target, int seed)
{
    /// <summary>Tries the input of a number.</summary>
    public FuzzTrial Try(int number)
    {
        byte[] input = target.Inputs.Generate(new PCG((uint)number, SeedOf(number)), null!, out _);
        var clock = Stopwatch.StartNew();
        string? reason = Run(target, input);
        clock.Stop();
        return new FuzzTrial(input.Length, clock.Elapsed, reason is null ? null : FuzzReducer.Reduce(target, new FuzzFailure(target.Name, input, reason)));
    }

    /// <summary>Tries one input.</summary>
    /// <returns>What promise it broke; null where it broke none.</returns>
    public static string? Run(FuzzTarget target, byte[] input)
    {
        // Who hangs cannot be stopped, only left alone.
        Task<string?> trial = Task.Run(() => RunHere(target, input));
        return trial.Wait(Patience.Limit) ? trial.Result : $"Hangs: it takes more than {Patience.Limit.TotalSeconds:0} s";
    }

    private static string? RunHere(FuzzTarget target, byte[] input)
    {
        try
        {
            target.Try(input);
            return null;
        }
        catch (Exception failure)
        {
            return $"{failure.GetType().Name}: {failure.Message} {FirstFrame(failure)}";
        }
    }

    private static string FirstFrame(Exception failure) =>
        failure.StackTrace?.Split('\n').Select(frame => frame.Trim()).FirstOrDefault(frame => frame.Contains("LogAnalysis", StringComparison.Ordinal)) ?? string.Empty;

    /// <summary>Numbers that lie side by side make inputs that have nothing in common (SplitMix64).</summary>
    private ulong SeedOf(int number)
    {
        ulong mixed = ((ulong)(uint)seed << 32) + ((ulong)number * 0x9E3779B97F4A7C15);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
