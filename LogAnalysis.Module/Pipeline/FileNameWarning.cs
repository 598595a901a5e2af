using System.Management.Automation;
using LogAnalysis.Errors;
using LogAnalysis.Views;

namespace LogAnalysis.Pipeline;

/// <summary>Warns, once, of a string from the pipeline that is the name of a file: it is read as a line, which is hardly what was meant.</summary>
internal sealed class FileNameWarning(PSCmdlet cmdlet)
{
    /// <summary>Looking for a file takes as long as counting a hundred lines. Who pipes names pipes them from the beginning.</summary>
    private const int MaxLooks = 20;

    /// <summary>No system has longer paths that people type.</summary>
    private const int MaxLength = 1024;

    private int _looks;

    /// <summary>Looks at a string.</summary>
    public void Look(string line)
    {
        if (_looks == MaxLooks || line.Length is 0 or > MaxLength)
        {
            return;
        }

        _looks++;
        string folder = cmdlet.SessionState.Path.CurrentFileSystemLocation.ProviderPath;
        if (!line.Contains('\0') && File.Exists(Path.Combine(folder, line)))
        {
            _looks = MaxLooks;
            string name = ConsoleText.Escape(line)!;
            cmdlet.Warn($"'{name}' is the name of a file, and is read as a line here. To read the file, use -Path, or pipe it: Get-Item '{name}' | {cmdlet.MyInvocation.InvocationName}.");
        }
    }
}
