namespace LogAnalysis.Bench.Generating;

/// <summary>What happens in an application, event by event: the application log and the JSON lines write it in their ways.</summary>
internal sealed class AppEvents(Rng rng)
{
    private static readonly string[] Threads =
    [
        "main",
        .. Enumerable.Range(1, 16).Select(number => $"http-worker-{number}"),
        .. Enumerable.Range(1, 4).Select(number => $"scheduler-{number}"),
    ];

    private static readonly string[] Loggers =
    [
        .. from area in (string[])["orders", "billing", "shipping", "catalogue", "accounts", "partners"]
           from part in (string[])["Service", "Repository", "Scheduler", "Gateway", "Cache"]
           select $"com.example.shop.{area}.{char.ToUpperInvariant(area[0])}{area[1..]}{part}",
    ];

    private readonly Messages _messages = new();

    /// <summary>How serious the event is: of 10,000, 8,000 are Information, 1,200 Debug, 600 Warning, 195 Error and 5 Critical.</summary>
    public LogLevel Level { get; private set; }

    /// <summary>The level as application logs write it.</summary>
    public string LevelWord => Level switch
    {
        LogLevel.Debug => "DEBUG",
        LogLevel.Information => "INFO",
        LogLevel.Warning => "WARN",
        LogLevel.Error => "ERROR",
        _ => "FATAL",
    };

    /// <summary>The thread that it happens in.</summary>
    public string Thread { get; private set; } = string.Empty;

    /// <summary>The class that reports it.</summary>
    public string Logger { get; private set; } = string.Empty;

    /// <summary>What it says.</summary>
    public MessageTemplate Message { get; private set; } = new(string.Empty);

    /// <summary>Whether it has a stack trace: of the errors, two in five.</summary>
    public bool HasTrace { get; private set; }

    /// <summary>Goes on to the next event.</summary>
    public void Advance()
    {
        Level = rng.Below(10_000) switch
        {
            < 8_000 => LogLevel.Information,
            < 9_200 => LogLevel.Debug,
            < 9_800 => LogLevel.Warning,
            < 9_995 => LogLevel.Error,
            _ => LogLevel.Critical,
        };
        bool isHarmless = Level < LogLevel.Warning;
        Thread = rng.Pick(Threads);
        Logger = rng.Pick(Loggers);
        Message = isHarmless && rng.Happens(40) ? _messages.PickFalseFriend(rng) : _messages.Pick(Level, rng);
        HasTrace = Level >= LogLevel.Error && rng.Happens(4000);
    }
}
