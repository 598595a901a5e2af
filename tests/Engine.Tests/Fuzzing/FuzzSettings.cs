using System.Globalization;

namespace LogAnalysis.Tests.Fuzzing;

/// <summary>What environment variables say about the long form of the fuzzing tests. Without them a short form runs, always the same one.</summary>
internal static class FuzzSettings
{
    private const int ShortSeed = 1;

    /// <summary>How long all targets are fuzzed together; null for the short form.</summary>
    public static TimeSpan? Length { get; } = Number("LOGANALYSIS_FUZZ_MINUTES") is int minutes ? TimeSpan.FromMinutes(minutes) : null;

    /// <summary>Which inputs are made: the same seed gives the same ones.</summary>
    public static int Seed { get; } = Number("LOGANALYSIS_FUZZ_SEED") ?? (Length is null ? ShortSeed : Random.Shared.Next(1, int.MaxValue));

    /// <summary>A file of failures to try again.</summary>
    public static string? ReplayFile { get; } = Environment.GetEnvironmentVariable("LOGANALYSIS_FUZZ_REPLAY");

    /// <summary>The size of the largest hostile logs in bytes; null for the short form.</summary>
    public static long? HostileSize { get; } = Number("LOGANALYSIS_HOSTILE_MEGABYTES") is int megabytes ? 1_000_000L * megabytes : null;

    private static int? Number(string variable) => Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number
        : throw new FormatException($"{variable} needs a number from 1 on, not '{text}'.");
}
