using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace LogAnalysis.Views.Cells;

/// <summary>
/// Lists and times of an object that say what they are where something asks for their text, as <c>Export-Csv</c> does: an array as such says
/// <c>System.String[]</c>, and a time loses its fraction of a second. Wrapped so, they stay what they are for everybody else.
/// </summary>
internal sealed class ReadableValues(PSObject source)
{
    // Shared, since making one takes longer than all the rest.
    private static readonly PSCodeMethod ListText = new(nameof(ToString), typeof(ReadableValues).GetMethod(nameof(Join)));
    private static readonly PSCodeMethod TimeText = new TimeTextMethod();

    private readonly object _source = source.BaseObject;

    public PSObject? CreatedAt => Time();

    public PSObject? ErrorPatterns => List();

    public PSObject? Exceptions => List();

    public PSObject? FailingUrls => List();

    public PSObject? Files => List();

    public PSObject? Findings => List();

    public PSObject? First => Time();

    public PSObject? FirstError => Time();

    public PSObject? Formats => List();

    public PSObject? From => Time();

    public PSObject? Hours => List();

    public PSObject? Last => Time();

    public PSObject? LastError => Time();

    public PSObject? Levels => List();

    public PSObject? Notes => List();

    public PSObject? Paths => List();

    public PSObject? Protocols => List();

    public PSObject? SlowestUrls => List();

    public PSObject? Start => Time();

    public PSObject? StatusCodes => List();

    public PSObject? Timeline => List();

    public PSObject? Timestamp => _source is LogEntry entry ? Wrap(entry.Timestamp, TimeText) : Time();

    public PSObject? To => Time();

    public PSObject? Top => List();

    public PSObject? TopClients => List();

    public PSObject? TopMethods => List();

    public PSObject? TopUrls => List();

    public PSObject? UserAgents => List();

    public PSObject? Values => List();

    public PSObject? WarningPatterns => List();

    public PSObject? WindowEnd => Time();

    public PSObject? WindowStart => Time();

    /// <summary>The items of a list in one text.</summary>
    public static string Join(PSObject list) => string.Join("; ", ((Array)list.BaseObject).Cast<object?>());

    private static PSObject? Wrap(object? value, PSCodeMethod text)
    {
        if (value is null)
        {
            return null;
        }

        var readable = new PSObject(value);
        if (readable.Members[nameof(ToString)] is not PSCodeMethod)
        {
            readable.Members.Add(text, preValidated: true);
        }

        return readable;
    }

    private PSObject? List([CallerMemberName] string name = "") => Wrap(Value(name), ListText);

    private PSObject? Time([CallerMemberName] string name = "") => Wrap(Value(name), TimeText);

    private object? Value(string name) => _source.GetType().GetProperty(name)?.GetValue(_source);
}
