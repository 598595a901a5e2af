using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>
/// An object as views show it: a property for each cell that needs more than a property of the object itself. Views read them through
/// the hidden property <c>Shown</c>, since a view may read properties in Constrained Language, but call no methods.
/// </summary>
/// <param name="source">The object, also one that came back from a job, a file or another machine.</param>
internal abstract class ObjectView(PSObject source)
{
    /// <summary>The object itself.</summary>
    protected PSObject Source { get; } = source;

    /// <summary>A property's value; null where there is none.</summary>
    protected object? Value(string name) => Source.Properties[name]?.Value;

    /// <summary>A property's value as a number; 0 where there is none.</summary>
    protected T NumberOf<T>(string name)
        where T : struct => LanguagePrimitives.TryConvertTo(Value(name), CultureInfo.InvariantCulture, out T number) ? number : default;

    /// <summary>A list; null where there is none.</summary>
    protected IEnumerable? ListOf(string name) => LanguagePrimitives.GetEnumerable(Value(name));

    /// <summary>Text in one line, safe to show.</summary>
    protected string? TextOf(string name) => ConsoleText.Escape(Value(name)?.ToString());

    /// <summary>Text of several lines, safe to show.</summary>
    protected string? ParagraphOf(string name) => ConsoleText.Paragraph(Value(name)?.ToString());

    /// <summary>A time with its fraction of a second.</summary>
    protected string TimeOf(string name) => ConsoleText.Time(Value(name));

    /// <summary>A time to the second.</summary>
    protected string SecondOf(string name) => ConsoleText.Second(Value(name));

    /// <summary>A time to the minute.</summary>
    protected string MinuteOf(string name) => ConsoleText.Minute(Value(name));

    /// <summary>A share of 0 to 100.</summary>
    protected string PercentOf(string name) => ConsoleText.Percent(NumberOf<double>(name));

    /// <summary>A share of 0 to 1.</summary>
    protected string ShareOf(string name) => ConsoleText.Percent(NumberOf<double>(name) * 100);

    /// <summary>How long something took.</summary>
    protected string DurationOf(string name) => ConsoleText.Duration(NumberOf<TimeSpan>(name));

    /// <summary>A number with as many digits as tell something; empty where there is none.</summary>
    protected string DecimalOf(string name) => Value(name) is null ? string.Empty : ConsoleText.Decimal(NumberOf<double>(name));

    /// <summary>A level in its colour.</summary>
    protected string LevelOf(string name) => ConsoleColour.Level(Value(name), SessionView.Style);

    /// <summary>An HTTP status in its colour.</summary>
    protected string StatusOf(string name) => ConsoleColour.Status(Value(name) is null ? null : NumberOf<int>(name), SessionView.Style);

    /// <summary>How many errors there are.</summary>
    protected string ErrorsOf(string name) => ConsoleColour.Errors(NumberOf<long>(name), SessionView.Style);

    /// <summary>How many warnings there are.</summary>
    protected string WarningsOf(string name) => ConsoleColour.Warnings(NumberOf<long>(name), SessionView.Style);

    /// <summary>A path, without the folder that the session is in.</summary>
    protected string? RelativePathOf(string name) => ConsoleText.Relative(Value(name)?.ToString(), SessionView.Folder);

    /// <summary>Paths in one line, without the folder that the session is in.</summary>
    protected string? PathsOf(string name) => ConsoleText.JoinPaths(ListOf(name), SessionView.Folder);
}
