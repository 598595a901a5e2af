using System.Collections;
using System.Management.Automation;
using System.Text;
using System.Text.RegularExpressions;
using LogAnalysis.Errors;
using LogAnalysis.Fields;
using LogAnalysis.Formats;
using LogAnalysis.Paths;
using LogAnalysis.Querying;
using LogAnalysis.Text;

namespace LogAnalysis.Commands;

/// <summary>Validation beyond PowerShell's own. Invalid parameters terminate the command.</summary>
internal static class ParameterChecks
{
    /// <summary>Finds a format by its name; null for null.</summary>
    public static LogFormat? FindFormat(this PSCmdlet cmdlet, string? name)
    {
        LogFormat? format = name is null ? null : LogFormats.Find(name);
        if (name is not null && format is null)
        {
            cmdlet.ThrowTerminatingError(LogErrors.UnknownFormat(name));
        }

        return format;
    }

    /// <summary>Compiles the wildcards of <c>-Exclude</c>.</summary>
    public static ExcludeFilter CompileExclude(this PSCmdlet cmdlet, string[] patterns)
    {
        if (ExcludeFilter.FindMalformed(patterns) is (string pattern, WildcardPatternException malformed))
        {
            cmdlet.ThrowTerminatingError(LogErrors.UnusablePath(pattern, malformed));
        }

        return new ExcludeFilter(patterns);
    }

    /// <summary>Compiles a regular expression; null for null.</summary>
    public static Regex? CompilePattern(this PSCmdlet cmdlet, string? pattern)
    {
        try
        {
            return pattern is null ? null : UserPattern.Compile(pattern);
        }
        catch (RegexParseException malformed)
        {
            cmdlet.ThrowTerminatingError(LogErrors.InvalidPattern(pattern!, malformed));
            return null;
        }
    }

    /// <summary>Reads what the fields of entries must be; null for null.</summary>
    public static FieldFilter? ReadConditions(this PSCmdlet cmdlet, IDictionary? where)
    {
        if (where is null)
        {
            return null;
        }

        List<FieldCondition> conditions = [];
        foreach (DictionaryEntry entry in where)
        {
            try
            {
                conditions.Add(FieldConditionParser.Parse(LanguagePrimitives.ConvertTo<string>(entry.Key), Unwrap(entry.Value), DateTimeOffset.Now));
            }
            catch (FieldConditionException wrong)
            {
                cmdlet.ThrowTerminatingError(LogErrors.InvalidCondition(wrong));
            }
        }

        return conditions.Count == 0 ? null : new FieldFilter(conditions);
    }

    /// <summary>Reads what texts mean as levels; null for null.</summary>
    public static Dictionary<string, LogLevel>? ReadLevelMap(this PSCmdlet cmdlet, IDictionary? map)
    {
        if (map is null)
        {
            return null;
        }

        Dictionary<string, LogLevel> levels = new(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in map)
        {
            string text = LanguagePrimitives.ConvertTo<string>(entry.Key);
            string named = LanguagePrimitives.ConvertTo<string>(entry.Value);
            if (!LevelNames.TryParse(Encoding.UTF8.GetBytes(named), out LogLevel level) && (!Enum.TryParse(named, ignoreCase: true, out level) || !Enum.IsDefined(level) || int.TryParse(named, out _)))
            {
                cmdlet.ThrowTerminatingError(LogErrors.InvalidLevel(text, named, Enum.GetNames<LogLevel>()));
            }

            levels[text] = level;
        }

        return levels;
    }

    /// <summary>Refuses a duration of zero.</summary>
    public static void RequirePositive(this PSCmdlet cmdlet, TimeSpan? duration, string parameter)
    {
        if (duration == TimeSpan.Zero)
        {
            cmdlet.ThrowTerminatingError(LogErrors.NotPositive(parameter));
        }
    }

    /// <summary>Refuses two parameters that exclude each other.</summary>
    public static void RefuseBoth(this PSCmdlet cmdlet, bool areBothGiven, string parameter, string other, string reason)
    {
        if (areBothGiven)
        {
            cmdlet.ThrowTerminatingError(LogErrors.CannotCombine(parameter, other, reason));
        }
    }

    /// <summary>Refuses a parameter without another one that it is about.</summary>
    public static void RequireWith(this PSCmdlet cmdlet, bool isMissing, string parameter, string other, string reason)
    {
        if (isMissing)
        {
            cmdlet.ThrowTerminatingError(LogErrors.MissingParameter(parameter, other, reason));
        }
    }

    /// <summary>A value without what PowerShell has put around it, and a list without what it has put around its items.</summary>
    private static object? Unwrap(object? value) => value switch
    {
        PSObject { BaseObject: object inner } => Unwrap(inner),
        IList list => list.Cast<object?>().Select(Unwrap).ToArray(),
        _ => value,
    };
}
