namespace LogAnalysis.Errors;

/// <summary>Every kind of error, with what PowerShell shows as its recommendation. <c>docs/errors.md</c> is made of this list.</summary>
internal static class KnownErrors
{
    /// <summary>All of them, by what they are about.</summary>
    public static readonly KnownError[] All =
    [
        new("FileNotFound", "A file is not there.", "Check its name: Tab completes paths. Files that are still to come can be watched by a wildcard, such as 'app*.log'."),
        new("NoMatchingFile", "A wildcard matches no file.", "See what it matches with Get-ChildItem. ** stands for any number of folders, as in /var/log/**/*.log."),
        new("PathIsDirectory", "A directory stands where a file is to be read or written.", "Name a file in it. All files in it and below are read by a wildcard such as 'folder/**/*.log'."),
        new("AccessDenied", "The account may not read the log, or not write the report.", "Run PowerShell as an account that may, or have it added to the group that may."),
        new("FileLocked", "On Windows, another process has opened the file and shares it with nobody.", "Read a copy of it, or read it when the other process has closed it."),
        new("BinaryFile", "The file is not text.", "Unpack archives first; only gzip is read as it is. Text in UTF-16 or UTF-32 without a mark takes -Encoding, such as -Encoding unicode."),
        new("UnsizedFile", "A file that says nothing of its size, as those of /proc, goes on beyond what is read of such files.", "Results hold its beginning. Read it with the program that it is meant for."),
        new("FolderUnreachable", "A folder below a wildcard cannot be looked into; the others have been.", "Leave it out by a narrower wildcard, or run PowerShell as an account that may read it."),
        new("FileTruncated", "A file became shorter while it was read.", "Results hold what was read up to there. Where logs are rotated by copying and emptying, read the copy."),
        new("TooManyOpenFiles", "The process may open no more files.", "Raise the limit (ulimit -n) before PowerShell starts, or read fewer files at a time."),
        new("ReadFailed", "Reading failed midway: the disk or the network, or damage in a compressed file.", "Results hold what was read up to there. Check the disk, the network or the file, and read it again."),
        new("NotFileSystem", "A path belongs to another provider, such as Env: or HKLM:.", "Give a path of the file system. Lines from elsewhere can be piped, as Get-Content writes them."),
        new("UnusablePath", "A path names a drive or a provider that does not exist.", "Get-PSDrive lists the drives. Use -LiteralPath where brackets are part of the name."),
        new("UnsupportedInput", "An object in the pipeline is nothing that a counting command reads.", "Get-Help shows under INPUTS what a command takes: Get-Help Measure-LogErrors -Full."),
        new("NotAFile", "An object in the pipeline is not a file, where only files are taken.", "Lines and entries go to Measure-LogErrors, Get-LogStatusCode or Get-LogReport instead."),
        new("CannotCombineParameters", "Two parameters exclude each other.", "Leave one of them out, or run the command once with each."),
        new("MissingParameter", "A parameter means nothing without another.", "Add the other parameter, or leave this one out."),
        new("DurationNotPositive", "A span of time is zero.", "Press Ctrl+Space after the parameter for spans that are often wanted."),
        new("DurationNotWholeSeconds", "A span of time is not a number of whole seconds.", "Press Ctrl+Space after the parameter for spans that are often wanted."),
        new("InvalidStatusCode", "A value of -Code stands for no HTTP status.", "Press Ctrl+Space after -Code for a list of them with their names."),
        new("InvalidPattern", "A regular expression is malformed.", "Correct it at the position that is named. [regex]::Escape('text') makes a pattern of a text that is meant literally."),
        new("PatternTimeout", "A regular expression took longer than a second on one entry, which is left out.", "Avoid repetitions within repetitions, such as (a+)+, and say what ends a repetition: [^,]* rather than .*"),
        new("CannotSplitByTime", "What is counted already is to be split by time.", "Read the log itself: Get-LogReport app.log -Since -1h -Every 5m."),
        new("UnknownFormat", "No format has the name.", "Press Tab after -Format or Get-LogFormat for the names. Register-LogFormat adds a format until PowerShell ends."),
        new("InvalidFormatName", "A name cannot be that of a format.", "Choose a name such as shop-gateway."),
        new("FormatExists", "A format has the name already.", "Get-LogFormat shows which formats there are, and what they recognise."),
        new("NoNamedGroup", "The pattern of a format has no group whose name means something.", "Get-Help Register-LogFormat says what each name means, and -Examples shows patterns."),
        new("FormatTimeout", "The pattern of a registered format took too long too often, and recognises no more.", "Avoid repetitions within repetitions, such as (a+)+, and begin the pattern with ^ and what only lines of this format begin with."),
        new("CheckpointInUse", "Another run uses the checkpoint.", "Wait until the other run has ended. A scheduled script can end here: the other run counts the lines."),
        new("CheckpointUnusable", "A checkpoint cannot be read or written.", "Let -CheckpointPath name a file in a folder that the account can write to, and on which there is space."),
        new("CheckpointCorrupt", "A file is not a checkpoint. It was set aside, and watching has begun anew.", "Check that -CheckpointPath names no file of something else. The file that was set aside can be deleted."),
        new("ReportExists", "The file is there already.", "Use -Force in scripts that write the same file each time."),
        new("FolderNotFound", "The folder of the file is not there.", "New-Item -ItemType Directory creates a folder."),
        new("PathIsLink", "The file is a symbolic link, which is neither followed nor replaced.", "Get-Item shows under Target where a link leads."),
        new("NotRegularFile", "The path names a device, a pipe or a socket.", "Name a file. What a pipe or a device gives can be piped as lines, by a program that reads it."),
        new("WriteFailed", "Writing the report failed.", "Check the space on the disk, and that the disk or share is still there."),
        new("UnknownReportFormat", "The name of the file does not say what to write.", "Press Tab after -As for what can be written."),
        new("NotOneFile", "A wildcard for the file to write matches none, or several.", "Write the name out."),
        new("NotAReport", "An object in the pipeline is not a report.", "Put Get-LogReport before Export-LogReport: Get-LogReport app.log | Export-LogReport report.html."),
        new("SecondReport", "More than one report is to be written to one file.", "To merge them: ... | Get-LogReport | Export-LogReport report.html."),
        new("UnusableReport", "A report that was piped lacks what it was made of, or that is damaged.", "Keep reports whole: Export-Clixml, Export-LogReport to JSON, or ConvertTo-Json -Depth 4."),
    ];

    private static readonly Dictionary<string, KnownError> ById = All.ToDictionary(error => error.Id);

    /// <summary>What to do about an error.</summary>
    public static string? ActionFor(string id) => ById.GetValueOrDefault(id)?.Action;
}
