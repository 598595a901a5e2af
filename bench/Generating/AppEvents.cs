using System.Text;

namespace LogAnalysis.Bench.Generating;

/// <summary>What happens in an application, event by event: the application log and the JSON lines write it in their ways.</summary>
internal sealed class AppEvents(Dice dice)
{
    private static readonly byte[][] Threads =
    [
        [.. "main"u8],
        .. Enumerable.Range(1, 16).Select(number => Encoding.UTF8.GetBytes($"http-worker-{number}")),
        .. Enumerable.Range(1, 4).Select(number => Encoding.UTF8.GetBytes($"scheduler-{number}")),
    ];

    private static readonly byte[][] Loggers =
    [
        .. from area in (string[])["orders", "billing", "shipping", "catalogue", "accounts", "partners"]
           from part in (string[])["Service", "Repository", "Scheduler", "Gateway", "Cache"]
           select Encoding.UTF8.GetBytes($"com.example.shop.{area}.{char.ToUpperInvariant(area[0])}{area[1..]}{part}"),
    ];

    private readonly Messages _messages = new();

    /// <summary>How serious the event is: of 10,000, 8,000 are Information, 1,200 Debug, 600 Warning, 195 Error and 5 Critical.</summary>
    public LogLevel Level { get; private set; }

    /// <summary>The level as application logs write it.</summary>
    public ReadOnlySpan<byte> LevelWord => Level switch
    {
        LogLevel.Debug => "DEBUG"u8,
        LogLevel.Information => "INFO"u8,
        LogLevel.Warning => "WARN"u8,
        LogLevel.Error => "ERROR"u8,
        _ => "FATAL"u8,
    };

    /// <summary>The thread that it happens in.</summary>
    public byte[] Thread { get; private set; } = [];

    /// <summary>The class that reports it.</summary>
    public byte[] Logger { get; private set; } = [];

    /// <summary>What it says.</summary>
    public MessageTemplate Message { get; private set; } = MessageTemplate.Parse(string.Empty);

    /// <summary>Whether it has a stack trace: of the errors, two in five.</summary>
    public bool HasTrace { get; private set; }

    /// <summary>Goes on to the next event.</summary>
    public void Advance()
    {
        Level = dice.Below(10_000) switch
        {
            < 8_000 => LogLevel.Information,
            < 9_200 => LogLevel.Debug,
            < 9_800 => LogLevel.Warning,
            < 9_995 => LogLevel.Error,
            _ => LogLevel.Critical,
        };
        bool isHarmless = Level < LogLevel.Warning;
        Thread = dice.Pick(Threads);
        Logger = dice.Pick(Loggers);
        Message = isHarmless && dice.Happens(40) ? _messages.PickFalseFriend(dice) : _messages.Pick(Level, dice);
        HasTrace = Level >= LogLevel.Error && dice.Happens(4000);
    }
}
