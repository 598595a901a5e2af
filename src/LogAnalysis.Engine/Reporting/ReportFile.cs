using LogAnalysis.Files;

namespace LogAnalysis.Reporting;

/// <summary>
/// A report on disk. It is written to a temporary file in the same folder and moved when it is whole, so that at any moment, whatever ends
/// the process or the machine, the file is either the old report or the new one.
/// </summary>
internal static class ReportFile
{
    /// <summary>Says early what would keep a report from being written, before the time to make it is spent.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="replace">Whether a file that is there may be replaced, also a read-only one.</param>
    /// <exception cref="ReportFileException">A report cannot be written there.</exception>
    public static void Check(string path, bool replace)
    {
        if (FindProblem(path, replace) is ReportFileErrorKind kind)
        {
            throw new ReportFileException(kind, path);
        }
    }

    /// <summary>Writes a report. What is replaced leaves its permissions to the new one, if it is the user's own and has no other name.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="replace">Whether a file that is there may be replaced, also a read-only one.</param>
    /// <param name="write">Writes the report.</param>
    /// <exception cref="ReportFileException">It could not be written; the old file is unchanged.</exception>
    public static void Write(string path, bool replace, Action<Stream> write)
    {
        Check(path, replace);

        // The name does not build on the report's, which may be as long as names can be.
        string temporary = Path.Combine(Path.GetDirectoryName(path)!, $".loganalysis-{Guid.NewGuid():N}.tmp");
        try
        {
            WriteTemporary(temporary, OutputFile.ModeOfOwn(path), write);
            Check(path, replace);
            Move(temporary, path, replace);
        }
        catch (Exception cause) when (AtomicFile.IsFailure(cause) && cause is not ReportFileException)
        {
            throw new ReportFileException(KindOf(cause, path, replace), path, cause);
        }
        finally
        {
            AtomicFile.TryDelete(temporary);
        }
    }

    private static ReportFileErrorKind? FindProblem(string path, bool replace) => AtomicFile.FindProblem(path) switch
    {
        PathProblem.NoFolder => ReportFileErrorKind.NoFolder,
        PathProblem.Directory => ReportFileErrorKind.IsDirectory,
        PathProblem.Link => ReportFileErrorKind.IsLink,
        PathProblem.NotRegular => ReportFileErrorKind.NotRegular,
        _ => File.Exists(path) && !replace ? ReportFileErrorKind.Exists : null,
    };

    private static ReportFileErrorKind KindOf(Exception cause, string path, bool replace) =>
        FindProblem(path, replace) ?? (cause is UnauthorizedAccessException ? ReportFileErrorKind.AccessDenied : ReportFileErrorKind.WriteFailed);

    private static void WriteTemporary(string path, UnixFileMode? mode, Action<Stream> write)
    {
        using FileStream file = OutputFile.Create(path, mode);
        if (!OperatingSystem.IsWindows() && mode is not null)
        {
            // What the process takes from every file that it creates, this one has again.
            File.SetUnixFileMode(file.SafeFileHandle, mode.Value);
        }

        write(file);
        file.Flush(flushToDisk: true);
    }

    private static void Move(string temporary, string path, bool replace)
    {
        bool isReadOnly = OperatingSystem.IsWindows() && File.Exists(path) && File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly);
        if (!isReadOnly)
        {
            File.Move(temporary, path, overwrite: replace);
            return;
        }

        // Windows replaces no read-only file.
        FileAttributes attributes = File.GetAttributes(path);
        File.SetAttributes(path, attributes & ~FileAttributes.ReadOnly);
        try
        {
            File.Move(temporary, path, overwrite: replace);
        }
        finally
        {
            File.SetAttributes(path, attributes);
        }
    }
}
