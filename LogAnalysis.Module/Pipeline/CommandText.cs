using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace LogAnalysis.Pipeline;

/// <summary>A command as somebody could type it: its name and the parameters that were given. What came through the pipeline is not among them.</summary>
internal static class CommandText
{
    private const int MaxItems = 10;

    /// <summary>They come first, wherever they were typed: PowerShell binds what has no name last.</summary>
    private static readonly string[] Paths = ["Path", "LiteralPath"];

    /// <summary>The text of a command.</summary>
    public static string Of(InvocationInfo invocation) => string.Join(
        ' ',
        invocation.BoundParameters
            .Where(parameter => parameter.Key != "InputObject" && !Cmdlet.CommonParameters.Contains(parameter.Key))
            .OrderBy(parameter => Paths.Contains(parameter.Key) ? 0 : 1)
            .Select(parameter => parameter.Value is SwitchParameter isSet ? (isSet ? $"-{parameter.Key}" : $"-{parameter.Key}:$false") : $"-{parameter.Key} {Describe(parameter.Value)}")
            .Prepend(invocation.MyCommand.Name));

    private static string Describe(object? value) => value switch
    {
        null => "$null",
        PSObject wrapper => Describe(wrapper.BaseObject),
        string text => Quote(text),
        DateTimeOffset time => Quote(time.ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture)),
        DateTime time => Quote(time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        IDictionary members => $"@{{ {string.Join("; ", members.Keys.Cast<object>().Select(key => $"{Quote(key.ToString()!)} = {Describe(members[key])}"))} }}",
        IEnumerable items => string.Join(", ", items.Cast<object?>().Take(MaxItems).Select(Describe)) + (items.Cast<object?>().Skip(MaxItems).Any() ? ", ..." : string.Empty),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quote(value.ToString() ?? string.Empty),
    };

    /// <summary>In quotes where PowerShell would take it for something else.</summary>
    private static string Quote(string text) =>
        text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || "/\\.:_-*?+~".Contains(c, StringComparison.Ordinal)) && text[0] != '-' ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
