using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;

namespace LogAnalysis.Views.Cells;

/// <summary>
/// <c>ToString</c> of a time: ISO 8601 with as many digits as it needs, where no format is asked for. PowerShell passes formats on only to a
/// method of more than one overload, as <c>'{0:HH}' -f $time</c> needs it.
/// </summary>
internal sealed class TimeTextMethod() : PSCodeMethod(nameof(ToString), typeof(TimeTextMethod).GetMethod(nameof(Format)))
{
    private const string Iso = "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz";

    /// <inheritdoc/>
    public override Collection<string> OverloadDefinitions { get; } = ["string ToString()", "string ToString(string format, System.IFormatProvider provider)"];

    /// <summary>The text of a time.</summary>
    public static string Format(PSObject time, object? format = null, IFormatProvider? provider = null) => (time.BaseObject, format) switch
    {
        (DateTimeOffset known, null) => known.ToString(Iso, provider ?? CultureInfo.InvariantCulture),
        (DateTimeOffset known, IFormatProvider culture) => known.ToString(culture),
        (DateTimeOffset known, _) => known.ToString(format.ToString(), provider),
        _ => string.Empty,
    };

    /// <inheritdoc/>
    public override object Invoke(params object[] arguments) => base.Invoke([.. arguments, .. Enumerable.Repeat<object?>(null, 2 - arguments.Length)]);

    /// <inheritdoc/>
    public override PSMemberInfo Copy() => (PSMemberInfo)MemberwiseClone();
}
