using System.Management.Automation;
using LogAnalysis.Counting;
using LogAnalysis.Errors;
using LogAnalysis.Files;
using LogAnalysis.Formats;
using LogAnalysis.Model;

namespace LogAnalysis.Pipeline;

/// <summary>Reports what cannot be read. Whatever else there is to read is read all the same.</summary>
internal sealed class ReadErrors(PSCmdlet cmdlet)
{
    private readonly HashSet<object> _reported = new(ReferenceEqualityComparer.Instance);

    /// <summary>Is told of each file that could not be read, or not to its end.</summary>
    public event Action<LogFileException>? Failed;

    /// <summary>Reports why a file could not be read.</summary>
    /// <param name="failure">Why; null where it could.</param>
    /// <returns>Whether it could be read, if only up to an error.</returns>
    public bool Report(LogFileException? failure)
    {
        if (failure is not null)
        {
            Failed?.Invoke(failure);
            cmdlet.WriteError(LogErrors.ForFile(failure));
        }

        return failure is null or { Kind: LogFileErrorKind.ReadFailed or LogFileErrorKind.Truncated or LogFileErrorKind.Unsized or LogFileErrorKind.TooMuch };
    }

    /// <summary>Warns of what is no text in a file that is, and was left out.</summary>
    /// <param name="path">The file's path; null where lines came without one.</param>
    /// <param name="unreadable">What there is of it.</param>
    public void Warn(string? path, UnreadableText unreadable)
    {
        if (!unreadable.IsEmpty)
        {
            string name = path is null ? "the input" : $"'{path}'";
            string lines = unreadable.Count == 1 ? $"1 line of {name} is not text and was" : $"{unreadable.Count} lines of {name} are not text and were";
            cmdlet.Warn($"{lines} skipped; the first begins at byte {unreadable.FirstOffset}.");
        }
    }

    /// <summary>Reports, once, each registered format and each mask whose pattern took too long.</summary>
    public void ReportGivenUpPatterns()
    {
        foreach (UserFormat format in LogFormats.Registered.All)
        {
            if (format.IsGivenUp && _reported.Add(format))
            {
                cmdlet.WriteError(LogErrors.FormatGivenUp(format));
            }
        }

        foreach (LogMask mask in LogMasks.Registered.All)
        {
            if (mask.IsGivenUp && _reported.Add(mask))
            {
                cmdlet.WriteError(LogErrors.MaskGivenUp(mask));
            }
        }
    }
}
