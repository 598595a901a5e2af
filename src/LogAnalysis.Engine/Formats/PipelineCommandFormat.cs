using LogAnalysis.Fields;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Formats;

/// <summary>
/// What a step of a build pipeline tells its agent in a line: <c>##[error]message</c>, <c>##vso[task.logissue type=warning]message</c>,
/// <c>::error file=orders.js,line=3::message</c>.
/// </summary>
/// <remarks>
/// Source: Microsoft, "Azure Pipelines logging commands"; GitHub, "Workflow commands for GitHub Actions". Commands without a level are information.
/// </remarks>
internal sealed class PipelineCommandFormat() : LogFormat(
    "pipeline-command",
    "Logging commands of Azure Pipelines and GitHub Actions",
    "##[error]The process ended with exit code 1.")
{
    private const int MaxCommandLength = 400;

    /// <inheritdoc/>
    internal override ContinuationRule Continuation => ContinuationRule.IndentedLines;

    /// <inheritdoc/>
    internal override string FirstBytes => "#:";

    /// <inheritdoc/>
    internal override bool TryParse(ReadOnlySpan<byte> line, ref LineFields fields)
    {
        ReadOnlySpan<byte> near = line[..Math.Min(line.Length, MaxCommandLength)];
        bool isGitHub = near.StartsWith("::"u8);
        int start = isGitHub || near.StartsWith("##["u8) ? near.IndexOfAny(LetterBytes.All)
            : near.StartsWith("##vso["u8) ? "##vso[".Length
            : -1;
        int close = start < 2 || start > "##vso[".Length ? -1 : isGitHub ? near[start..].IndexOf("::"u8) : near[start..].IndexOf((byte)']');
        if (close <= 0)
        {
            return false;
        }

        ReadOnlySpan<byte> command = near.Slice(start, close);
        int end = command.IndexOf((byte)' ');
        ReadOnlySpan<byte> name = end < 0 ? command : command[..end];
        if (name.ContainsAnyExceptInRange((byte)'a', (byte)'z') && !name.StartsWith("task."u8))
        {
            return false;
        }

        fields = default;
        fields.HasLevel = true;
        fields.Level = LevelNames.TryParse(TypeOf(command, name), out LogLevel level) ? level : LogLevel.Information;
        fields.Message = ByteRange.Between(Math.Min(start + close + (isGitHub ? 2 : 1), line.Length), line.Length);
        return true;
    }

    /// <summary>The command's name, or the type that it gives an issue.</summary>
    private static ReadOnlySpan<byte> TypeOf(ReadOnlySpan<byte> command, ReadOnlySpan<byte> name)
    {
        int type = command.IndexOf(" type="u8) is >= 0 and int first ? first : command.IndexOf(";type="u8);
        if (!name.SequenceEqual("task.logissue"u8) || type < 0)
        {
            return name;
        }

        ReadOnlySpan<byte> value = command[(type + " type=".Length)..];
        int end = value.IndexOf((byte)';');
        return end < 0 ? value : value[..end];
    }
}
