using System.Management.Automation;
using LogAnalysis.Errors;
using DriveNotFoundException = System.Management.Automation.DriveNotFoundException;

namespace LogAnalysis.Paths;

/// <summary>Makes the full name of the one file to write of what the user typed. What cannot be one ends the command.</summary>
internal sealed class OutputPath(PSCmdlet cmdlet)
{
    private const string FileSystem = "FileSystem";

    /// <summary>The full file name of a path, through the session: its current location and its drives.</summary>
    /// <param name="path">What the user typed.</param>
    /// <param name="isLiteral">Whether wildcards are part of the name.</param>
    public string Resolve(string path, bool isLiteral)
    {
        try
        {
            return !isLiteral && WildcardPattern.ContainsWildcardCharacters(path) ? Expand(path) : Locate(isLiteral ? path : WildcardPattern.Unescape(path));
        }
        catch (Exception unusable) when (unusable is ProviderNotFoundException or DriveNotFoundException or PSNotSupportedException or WildcardPatternException)
        {
            cmdlet.ThrowTerminatingError(LogErrors.UnusablePath(path, unusable));
            throw;
        }
    }

    private string Locate(string path)
    {
        string full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        RequireFileSystem(provider, path);
        return full;
    }

    private string Expand(string path)
    {
        string[] files = Find(path);
        if (files.Length != 1)
        {
            cmdlet.ThrowTerminatingError(LogErrors.NotOneFile(path, files.Length));
        }

        return files[0];
    }

    private string[] Find(string path)
    {
        try
        {
            IEnumerable<string> found = cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider);
            RequireFileSystem(provider, path);
            return [.. found];
        }
        catch (ItemNotFoundException)
        {
            return [];
        }
    }

    private void RequireFileSystem(ProviderInfo provider, string path)
    {
        if (provider.Name != FileSystem)
        {
            cmdlet.ThrowTerminatingError(LogErrors.NotFileSystem(path, provider.Name, "Reports are written to the file system."));
        }
    }
}
