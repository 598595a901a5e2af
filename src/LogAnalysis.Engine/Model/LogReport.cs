using System.Text.Json.Serialization;
using LogAnalysis.Text;

namespace LogAnalysis;

/// <summary>All that is counted in one or many logs: what <c>Get-LogReport</c> writes.</summary>
public sealed class LogReport
{
    /// <summary>
    /// The machine on which the log was read; several, where reports of several were merged, are separated by commas. Null where a report of an older
    /// version does not say.
    /// </summary>
    public string? Host
    {
        get;
        init => field = ControlCharacters.Escape(value);
    }

    /// <summary>When the report was made, by the clock of that machine; null where a report of an older version does not say.</summary>
    [JsonInclude]
    public DateTimeOffset? CreatedAt { get; internal set; }

    /// <summary>The version of the module that made it; null where a report of an older version does not say.</summary>
    [JsonInclude]
    public string? ModuleVersion
    {
        get;
        internal set => field = ControlCharacters.Escape(value);
    }

    /// <summary>The command that made it, with its parameters; null where a report of an older version does not say.</summary>
    [JsonInclude]
    public string? Command
    {
        get;
        internal set => field = ControlCharacters.Escape(value);
    }

    /// <summary>
    /// The files, by name; none for lines that came from the pipeline without one. Where reports of several machines were merged, each has the name of its
    /// machine and a colon before it.
    /// </summary>
    public required string[] Paths { get; init; }

    /// <summary>The names of the formats that were recognised, by name.</summary>
    public required string[] Formats { get; init; }

    /// <summary>The time of the earliest entry; null where none has a time.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The time of the latest entry; null where none has a time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The beginning of the window that was counted, inclusive, in UTC; null without <c>-Every</c>.</summary>
    public DateTimeOffset? WindowStart { get; init; }

    /// <summary>Its end, exclusive.</summary>
    public DateTimeOffset? WindowEnd { get; init; }

    /// <summary>The size of all lines with their line ends, in bytes of UTF-8. A line from the pipeline has a line end of one byte.</summary>
    public long Bytes { get; init; }

    /// <summary>How many lines there are, continuation lines and all.</summary>
    public long Lines { get; init; }

    /// <summary>How many entries there are: an entry is one line and the continuation lines after it.</summary>
    public long Entries { get; init; }

    /// <summary>How many entries are of level Error or Critical.</summary>
    public long Errors { get; init; }

    /// <summary>How many entries are of level Warning.</summary>
    public long Warnings { get; init; }

    /// <summary>Errors per entry, 0 to 1; 0 where there are no entries.</summary>
    public double ErrorRate { get; init; }

    /// <summary>How many entries no format recognises: their levels come from keywords, and they have no times.</summary>
    public long Unparsed { get; init; }

    /// <summary>
    /// When there were more errors, or warnings, than usual, and what most of them have in common; none where nothing stands out, or where the log is too short
    /// to tell. Those with the most errors come first.
    /// </summary>
    public LogFinding[] Findings { get; init; } = [];

    /// <summary>
    /// What to know of the figures, a sentence each: as which zone times are read that state none, that years are assumed, which entries are in no chart, which files were not read,
    /// or only in part, and why.
    /// </summary>
    public string[] Notes { get; init; } = [];

    /// <summary>What is counted of each file, in the order of <see cref="Paths"/>.</summary>
    public LogFileCount[] Files { get; init; } = [];

    /// <summary>Entries by level, most frequent first.</summary>
    public required LogLevelCount[] Levels { get; init; }

    /// <summary>
    /// Errors by what their messages have in common, the most frequent first, as many as were asked for; patterns of level Critical have up to
    /// half of the places, however rare they are. Exact up to 1,000 different
    /// messages, values aside; beyond that the rarest are counted as <c>(other messages)</c>.
    /// </summary>
    public required LogErrorGroup[] ErrorPatterns { get; init; }

    /// <summary>How many different patterns errors have, of which <see cref="ErrorPatterns"/> are some.</summary>
    public long ErrorPatternCount { get; init; }

    /// <summary>
    /// Warnings by their patterns, as <see cref="ErrorPatterns"/>. Requests that failed with a status of 400 to 499 are in <see cref="FailingUrls"/> instead.
    /// </summary>
    public LogErrorGroup[] WarningPatterns { get; init; } = [];

    /// <summary>How many different patterns warnings have, of which <see cref="WarningPatterns"/> are some.</summary>
    public long WarningPatternCount { get; init; }

    /// <summary>
    /// Errors by the exceptions that they tell of, the most frequent first, as many as were asked for: the type of the innermost cause, and the first frame
    /// of its stack trace that is the application's own. Those of level Critical have up to half of the places. None where no error tells of one. Exact up to
    /// 1,000 different ones; beyond that the rarest are counted as <c>(other exceptions)</c>.
    /// </summary>
    public LogErrorGroup[] Exceptions { get; init; } = [];

    /// <summary>How many different exceptions errors tell of, of which <see cref="Exceptions"/> are some.</summary>
    public long ExceptionCount { get; init; }

    /// <summary>HTTP statuses, ascending; none where no line reports one.</summary>
    public required LogStatusCodeCount[] StatusCodes { get; init; }

    /// <summary>
    /// Entries by time, in buckets of equal width: at most 120, or as many as it takes where a width was asked for; none where no entry
    /// has a time. Buckets of hours and days begin with those of the log. A few entries whose times are far from all others are in none.
    /// </summary>
    public required LogTimeBucket[] Timeline { get; init; }

    /// <summary>How long each bucket of the timeline is.</summary>
    public TimeSpan BucketSize { get; init; }

    /// <summary>Entries by the hour of the week, from Monday on; none where the log is of less than two days.</summary>
    public LogHourCount[] Hours { get; init; } = [];

    /// <summary>The endpoints that were asked for most, as many as were asked for: methods and URLs, without queries, and with wildcards for ids.</summary>
    public required LogUrlCount[] TopUrls { get; init; }

    /// <summary>How many different endpoints were asked for, of which <see cref="TopUrls"/> are some; no more than 1,000 are kept in a report.</summary>
    public long UrlCount { get; init; }

    /// <summary>The endpoints that failed most, as many as were asked for: by responses of 500 and above, then by those of 400 to 499. None where none failed.</summary>
    public LogUrlCount[] FailingUrls { get; init; } = [];

    /// <summary>The endpoints that took longest, by the 95th percentile, as many as were asked for; of those with ten requests at least. None where no line says.</summary>
    public LogUrlCount[] SlowestUrls { get; init; } = [];

    /// <summary>HTTP methods, the most frequent first.</summary>
    public LogTopValue[] TopMethods { get; init; } = [];

    /// <summary>The versions of HTTP, the most frequent first; none where no request line states one.</summary>
    public LogTopValue[] Protocols { get; init; } = [];

    /// <summary>Requests by the browser or program that made them, robots too, the most frequent first; none where the log does not have user agents.</summary>
    public LogUserAgentCount[] UserAgents { get; init; } = [];

    /// <summary>The clients that asked most, as many as were asked for.</summary>
    public required LogClientCount[] TopClients { get; init; }

    /// <summary>The sum of the sizes of all responses, in bytes; null where no line reports one.</summary>
    public long? ResponseBytes { get; init; }

    /// <summary>How long responses took; null where no line says.</summary>
    public LogPercentiles? ResponseTime { get; init; }

    /// <summary>
    /// All that the report was made of, packed, for <c>Get-LogReport</c> to merge reports by, also those that come back from jobs, files and
    /// other machines.
    /// </summary>
    public LogMergeState? MergeState { get; init; }

    /// <summary>Notes that the report was made as another one was, of which it is a copy.</summary>
    internal LogReport SignAs(LogReport other)
    {
        (CreatedAt, ModuleVersion, Command) = (other.CreatedAt, other.ModuleVersion, other.Command);
        return this;
    }

    /// <summary>The counts in one line, with the files and the time that they are of.</summary>
    public override string ToString()
    {
        string paths = Paths.Length == 0 ? string.Empty : Paths.Length == 1 ? $" in {Paths[0]}" : $" in {Paths[0]} and {Paths.Length - 1} more";
        string time = From is null || To is null ? string.Empty : $", {From:u} to {To:u}";
        return CountText.OfErrors(Errors, Warnings, Entries) + ControlCharacters.EscapeControlCharacters(paths) + time;
    }
}
