namespace LogAnalysis.Reading;

/// <summary>What a few lines of a log show of its times.</summary>
/// <param name="Position">Where the sample was taken, in bytes.</param>
/// <param name="End">Where it ended.</param>
/// <param name="Cut">Where the first line begins that certainly begins an entry: what is before it can be left out.</param>
/// <param name="Earliest">The earliest time of an entry from there on.</param>
/// <param name="Latest">The latest one.</param>
/// <param name="Disorder">By how much at most a time is before that of an entry before it.</param>
internal sealed record TimeSample(long Position, long End, long Cut, DateTimeOffset Earliest, DateTimeOffset Latest, TimeSpan Disorder);
