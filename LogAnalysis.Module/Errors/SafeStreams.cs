using System.Management.Automation;
using LogAnalysis.Views;

namespace LogAnalysis.Errors;

/// <summary>What commands say besides results and errors. It can name files, fields and values of a log, so all of it goes through here.</summary>
internal static class SafeStreams
{
    /// <summary>Writes a warning, safe to show.</summary>
    public static void Warn(this Cmdlet cmdlet, string message) => cmdlet.WriteWarning(ConsoleText.Escape(message));

    /// <summary>Writes what a debugger wants to know, safe to show.</summary>
    public static void WriteDetail(this Cmdlet cmdlet, string message) => cmdlet.WriteVerbose(ConsoleText.Escape(message));
}
