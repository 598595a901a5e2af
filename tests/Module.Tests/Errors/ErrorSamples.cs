using System.Management.Automation;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using LogAnalysis.Counting;
using LogAnalysis.Errors;
using LogAnalysis.Files;
using LogAnalysis.Following;
using LogAnalysis.Formats;
using LogAnalysis.Querying;
using LogAnalysis.Reporting;

namespace LogAnalysis.Tests.Errors;

/// <summary>One of every error that the module can report: each method of <see cref="LogErrors"/>, with every kind of argument.</summary>
internal static class ErrorSamples
{
    private static readonly Dictionary<Type, object?[]> Arguments = new()
    {
        [typeof(string)] = ["some"],
        [typeof(IEnumerable<string>)] = [new[] { "some" }],
        [typeof(object)] = [17],
        [typeof(int)] = [2],
        [typeof(long)] = [1L, 17L],
        [typeof(long?)] = [17L],
        [typeof(bool)] = [true, false],
        [typeof(Exception)] = [new InvalidDataException("it is damaged."), new UnauthorizedAccessException("Access is denied.")],
        [typeof(LogReport)] = [new ReportBuilder(new ReportOptions()).Build()],
        [typeof(LogFormat)] = [LogFormats.Text],
        [typeof(RegexParseException)] = [Thrown<RegexParseException>(() => _ = new Regex("("))],
        [typeof(RegexMatchTimeoutException)] = [new RegexMatchTimeoutException("text", "(a+)+$", TimeSpan.FromSeconds(1))],
        [typeof(EntryReference)] = [null, new EntryReference(17, "some.log", 17)],
        [typeof(JsonException)] = [new JsonException("The name is missing. Path: $ | LineNumber: 2", "$", 2, 0)],
        [typeof(FormatDefinitionException)] = [.. Enum.GetValues<FormatProblem>().Select(problem => new FormatDefinitionException(problem, "some", Thrown<RegexParseException>(() => _ = new Regex("("))))],
        [typeof(LogMask)] = [LogMasks.Create("some", "x")],
        [typeof(MaskException)] = [.. Enum.GetValues<MaskProblem>().Select(problem => new MaskException(problem, "some", Thrown<RegexParseException>(() => _ = new Regex("("))))],
        [typeof(FieldConditionException)] = [new FieldConditionException("Elapsed", ">x", "'x' is no number.")],
        [typeof(LogFileException)] = [.. Enum.GetValues<LogFileErrorKind>().Select(kind => new LogFileException(kind, "some.log"))],
        [typeof(CheckpointException)] = [.. Enum.GetValues<CheckpointErrorKind>().Select(kind => new CheckpointException(kind, "some.json", "It is damaged."))],
        [typeof(ReportFileException)] = [.. Enum.GetValues<ReportFileErrorKind>().Select(kind => new ReportFileException(kind, "/some/report.html"))],
    };

    /// <summary>All of them.</summary>
    public static IEnumerable<ErrorRecord> All =>
        from method in typeof(LogErrors).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where method.ReturnType == typeof(ErrorRecord)
        from arguments in Combine(method.GetParameters())
        select (ErrorRecord)method.Invoke(null, arguments)!;

    private static IEnumerable<object?[]> Combine(ParameterInfo[] parameters) => parameters.Aggregate(
        (IEnumerable<object?[]>)[[]],
        (soFar, parameter) => soFar.SelectMany(arguments => Of(parameter).Select(argument => (object?[])[.. arguments, argument])));

    private static object?[] Of(ParameterInfo parameter) => Arguments.TryGetValue(parameter.ParameterType, out object?[]? some)
        ? some
        : throw new InvalidOperationException($"{parameter.Member.Name} takes a {parameter.ParameterType}: add some to {nameof(ErrorSamples)}.");

    private static T Thrown<T>(Action action)
        where T : Exception
    {
        try
        {
            action();
        }
        catch (T thrown)
        {
            return thrown;
        }

        throw new InvalidOperationException($"No {typeof(T)} was thrown.");
    }
}
