using LogAnalysis.Files;

namespace LogAnalysis.Errors;

/// <summary>Every error id with its recommended action. <c>docs/errors.md</c> is generated from this list.</summary>
internal static class KnownErrors
{
    /// <summary>All errors, grouped by topic.</summary>
    public static readonly KnownError[] All =
    [
        new("FileNotFound", "The file does not exist.", "Check the name; Tab completes paths. Watch-LogFile follows the file when it appears."),
        new("NoMatchingFile", "The wildcard matches no file.", "Try the wildcard with Get-ChildItem. ** matches any number of folders, as in /var/log/**/*.log."),
        new("PathIsDirectory", "The path is a directory, not a file.", "Name a file in it. To read all files in and below a folder, use a wildcard such as 'folder/**/*.log'."),
        new("AccessDenied", "Your account may not read the log, or may not write the report.", "Run PowerShell as an account that may, or add yours to the group that may."),
        new("FileLocked", "On Windows, another process has the file open without sharing it.", "Read a copy of the file, or try again when the other process has closed it."),
        new("BinaryFile", "Most of what was sampled of the file is not text. NUL bytes and damage in a log are skipped, with a warning.", $"Archives ({ArchiveFormats.Names}) and compressed logs ({Compressions.Names}) are read directly; other archives have to be unpacked. For UTF-16 or UTF-32 without a byte order mark, use -Encoding, such as -Encoding unicode."),
        new("NoTextInArchive", "The archive has no text files in it.", "Use -Verbose to see what is skipped."),
        new("ArchiveNotFollowed", "Watch-LogFile does not follow archives, which are finished.", "Read the archive with Get-LogEntry, Measure-LogErrors, Get-LogStatusCode or Get-LogReport."),
        new("ExpansionLimit", "A compressed file or an archive has more in it than is read: it may have been made to exhaust who reads it.", "The results cover what was read before. If you trust the file, decompress it first and read what comes out."),
        new("UnsizedFile", "The file reports no size, as files in /proc do, and is longer than the limit for such files.", "The results cover its beginning. Read the file with the program it is meant for."),
        new("FolderUnreachable", "A folder below the wildcard cannot be read; the other folders were.", "Use a narrower wildcard, or run PowerShell as an account that may read the folder."),
        new("FileTruncated", "The file became shorter while it was being read.", "The results cover what was read before. If logs are rotated with copytruncate, read the copy."),
        new("TooManyOpenFiles", "The process has reached its limit of open files.", "Raise the limit (ulimit -n) before you start PowerShell, or read fewer files at a time."),
        new("ReadFailed", "Reading failed partway: a disk or network error, or a damaged compressed file.", "The results cover what was read before. Check the disk, the network or the file, then read it again."),
        new("NotFileSystem", "The path belongs to another provider, such as Env: or HKLM:.", "Use a path of the file system. To count lines from elsewhere, pipe them, as Get-Content does."),
        new("UnusablePath", "The path names a drive or a provider that does not exist, or is a malformed wildcard.", "Get-PSDrive lists the drives. If the name contains brackets, use -LiteralPath."),
        new("UnsupportedInput", "Objects in the pipeline are nothing that the command reads. One error stands for all of them.", "See INPUTS in the help of the command: Get-Help Measure-LogErrors -Full."),
        new("NotAFile", "Objects in the pipeline are no files, and only files are followed. One error stands for all of them.", "Pipe lines and entries to the other commands, which read them as they come."),
        new("CannotCombineParameters", "Two parameters exclude each other.", "Omit one of them, or run the command once with each."),
        new("MissingParameter", "A parameter is about another one, which is missing.", "Add that parameter, or omit this one."),
        new("DurationNotPositive", "A duration is zero.", "Press Tab after the parameter for common durations."),
        new("DurationNotWholeSeconds", "A duration is not a number of whole seconds.", "Press Tab after the parameter for common durations."),
        new("InvalidStatusCode", "A value of -Code is not an HTTP status code.", "Press Tab after -Code for a list of status codes with their names."),
        new("InvalidPattern", "A regular expression is malformed.", "Correct it at the position in the message. To search for literal text, use [regex]::Escape('text')."),
        new("InvalidCondition", "A value in -Where cannot be compared with the values of a log.", "Use a text with wildcards, a comparison such as '>500', '>=1.5s' or '<2025-01-24 07:00', a list of these, or $null."),
        new("PatternTimeout", "A regular expression took longer than 0.1 s on entries, which were skipped; after ten it is given up, and the command ends. One error stands for all of them.", "Avoid nested repetition, such as (a+)+, and say where a repetition ends: [^,]* rather than .*"),
        new("ImpossibleCounts", "Counts that were piped cannot be: they are negative, a part exceeds its whole, or their sum exceeds every log. One error stands for all of them.", "Pipe the objects as the commands wrote them."),
        new("CannotSplitByTime", "Counts that are already aggregated cannot be split by time.", "Read the log itself: Get-LogReport app.log -Every 5m."),
        new("CannotFilterCounts", "Counts that are already aggregated cannot be filtered.", "Filter where you read the log: Get-LogReport app.log -Since -1h."),
        new("UnknownFormat", "No format has this name.", "Press Tab after -Format or Get-LogFormat for the names. Register-LogFormat adds a format to the session."),
        new("InvalidFormatName", "The name cannot be used for a format.", "Choose a name such as shop-gateway."),
        new("FormatExists", "A format with this name exists.", "Get-LogFormat lists the formats and what they recognise."),
        new("BuiltInFormat", "A built-in format cannot be removed.", "Press Tab after -Name for the registered formats."),
        new("InvalidTimestampFormat", "A value of -TimestampFormat is malformed, or has no day.", "See 'Custom date and time format strings' in the documentation of .NET. Quote letters that are no part of the time, as in 'yyyy-MM-dd''T''HH:mm'."),
        new("InvalidLevel", "A value in -LevelMap is not a level.", "Put the text of the log first, then the level: @{ '3' = 'Error' }."),
        new("MissingGroup", "A parameter is for a group that no pattern has.", "Name the group in the pattern, or omit the parameter."),
        new("InvalidFormatFile", "The file is not JSON, or does not define formats.", "docs/log-formats.md shows such a file. Test-Json -SchemaFile docs/log-formats.schema.json says where a file differs."),
        new("NoMatchingLine", "The pattern of the format matches no line of the sample.", "Try parts of it: 'line' -match '^pattern'. Without lines in the pipeline the format is registered as it is."),
        new("NotALine", "An object in the pipeline is not a line to try a format on.", "Use Get-Content app.log -TotalCount 50 | Register-LogFormat ... -WhatIf."),
        new("NoNamedGroup", "The pattern of the format has no named group.", "Get-Help Register-LogFormat explains the names; -Examples shows patterns."),
        new("FormatTimeout", "The pattern of a registered format timed out too often and was disabled.", "Avoid nested repetition, such as (a+)+, and start the pattern with ^ and text that only lines of this format start with."),
        new("UnknownMask", "No mask has this name.", "Press Tab after Get-LogMask for the names. Register-LogMask adds a mask to the session."),
        new("InvalidMaskName", "The name cannot be used for a mask.", "Choose a name such as order. Patterns show it in angle brackets."),
        new("MaskExists", "A mask with this name is registered.", "Get-LogMask lists the masks and what they match."),
        new("PatternBacktracks", "The regular expression of a mask needs backtracking, or has too many states to do without.", "Instead of a lookbehind, match also what is before the value, and put the value in a group named value: Get-Help Register-LogMask -Examples."),
        new("MaskTimeout", "A mask took longer than 1 s on a message and was disabled.", "Avoid counts within counts, such as (\\w{1,30} ){1,30}."),
        new("PatternMatchesNothing", "The regular expression of a mask matches where no text is.", "Use + rather than *, and {1,8} rather than {0,8}."),
        new("CheckpointInUse", "Another run is using the checkpoint.", "Wait until the other run has ended. A scheduled script can exit here: the other run counts the lines."),
        new("CheckpointUnusable", "The checkpoint cannot be read or written.", "Use a -CheckpointPath in a folder that your account can write to, on a disk with free space."),
        new("CheckpointCorrupt", "The file is not a valid checkpoint. It was renamed, and watching starts over.", "Check that -CheckpointPath does not name another file. You can delete the renamed file."),
        new("ReportExists", "The file exists.", "Use -Force in scripts that write the same file each time."),
        new("FolderNotFound", "The folder of the file does not exist.", "Create it with New-Item -ItemType Directory."),
        new("PathIsLink", "The file is a symbolic link, which is neither followed nor replaced.", "Get-Item shows where a link points, under Target. Name that file instead."),
        new("NotRegularFile", "The path names a device, a pipe or a socket.", "Name a file. To read from a pipe or device, pipe its lines into the command."),
        new("WriteFailed", "Writing the report failed.", "Check that the disk or share is available and has free space."),
        new("UnknownReportFormat", "The file extension does not determine a report format.", "Press Tab after -As for the formats."),
        new("NotOneFile", "The wildcard for the output file matches no file, or several.", "Write the file name out."),
        new("NotAReport", "An object is not a report, or a file holds none.", "Put Get-LogReport before the command: Get-LogReport app.log | Export-LogReport report.html."),
        new("SecondReport", "More than one report was piped to a single output file.", "To merge reports: ... | Get-LogReport | Export-LogReport report.html."),
        new("UnusableReport", "A piped report lacks its MergeState, or it is damaged.", "Keep reports whole: use Export-Clixml, Export-LogReport to JSON, or ConvertTo-Json -Depth 6."),
    ];

    private static readonly Dictionary<string, KnownError> ById = All.ToDictionary(error => error.Id);

    /// <summary>The recommended action for an error; null for an unknown id.</summary>
    public static string? ActionFor(string id) => ById.GetValueOrDefault(id)?.Action;
}
