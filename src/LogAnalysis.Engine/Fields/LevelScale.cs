using LogAnalysis.Model;

namespace LogAnalysis.Fields;

/// <summary>What the other fields of an entry tell of a level that is a small number: it means nothing by itself.</summary>
/// <remarks>
/// Source: Graylog Extended Log Format, <c>level</c> and <c>short_message</c>; Nextcloud administration manual, "Logging"; Windows,
/// <c>StandardEventLevel</c>. Of go-logr, 0 is the level of everything that is no error.
/// </remarks>
internal struct LevelScale
{
    /// <summary>Greater numbers tell their scale themselves.</summary>
    public const int MaxNumber = 9;

    private FieldKind _mark;

    /// <summary>Takes a field that only entries of one scale have.</summary>
    public void Take(FieldKind mark) => _mark = mark;

    /// <summary>This scale, or another where this is not known.</summary>
    public readonly LevelScale Or(LevelScale other) => _mark == default ? other : this;

    /// <summary>The level that a number stands for; unknown where its scale is not known.</summary>
    public readonly LogLevel LevelOf(int number) => _mark switch
    {
        FieldKind.NextcloudMark => LevelNumbers.OfNextcloud(number),
        FieldKind.SyslogMark => SyslogSeverity.ToLevel(Math.Min(number, SyslogSeverity.Max)),
        FieldKind.WindowsMark => LevelNumbers.OfWindows(number),
        _ => LogLevel.Unknown,
    };
}
