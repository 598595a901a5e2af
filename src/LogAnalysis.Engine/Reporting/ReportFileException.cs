using LogAnalysis.Text;

namespace LogAnalysis.Reporting;

/// <summary>A report could not be written. Its message is a sentence for the user.</summary>
internal sealed class ReportFileException(ReportFileErrorKind kind, string path, Exception? cause = null)
    : IOException(ControlCharacters.Escape(Describe(kind, path, cause)), SafeCause.Of(cause))
{
    public ReportFileErrorKind Kind { get; } = kind;

    /// <summary>The path as it is; PowerShell shows what is public.</summary>
    internal string Path { get; } = path;

    private static string Describe(ReportFileErrorKind kind, string path, Exception? cause) => kind switch
    {
        ReportFileErrorKind.Exists => $"The file '{path}' exists. Use -Force to replace it, or choose another name.",
        ReportFileErrorKind.NoFolder => $"The folder '{System.IO.Path.GetDirectoryName(path)}' for '{System.IO.Path.GetFileName(path)}' does not exist. Create it first.",
        ReportFileErrorKind.IsDirectory => $"'{path}' is a directory. Name a file in it, such as '{System.IO.Path.Combine(path, "report.html")}'.",
        ReportFileErrorKind.IsLink => $"'{path}' is a symbolic link, which is neither followed nor replaced. Name the file itself, or remove the link.",
        ReportFileErrorKind.NotRegular => $"'{path}' is a device, a pipe or a socket. Name a file.",
        ReportFileErrorKind.AccessDenied => $"Access to '{path}' is denied. Choose a folder that your account can write to, or use another account.",
        _ => $"Writing '{path}' failed; an existing file is unchanged: {cause?.Message}",
    };
}
