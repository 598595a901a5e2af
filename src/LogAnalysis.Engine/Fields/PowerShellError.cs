using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>The lines in which PowerShell shows an error.</summary>
/// <remarks>
/// Windows PowerShell and <c>$ErrorView = 'NormalView'</c>: <c>name : message</c>, wrapped at the width of the console; the position and the code
/// behind a plus; then, in every language, <c>+ CategoryInfo</c>. PowerShell 7: <c>name: position</c>, <c>Line |</c>, the code and the message
/// behind bars. Source: PowerShell, <c>PowerShellCore_format_ps1xml.cs</c>; Microsoft, "about_Transcripts", "ErrorCategory Enum", "Approved Verbs".
/// </remarks>
internal static class PowerShellError
{
    private const int MaxNameLength = 260;

    private static readonly WordTable<bool> Categories = new((true,
        "NotSpecified OpenError CloseError DeviceError DeadlockDetected InvalidArgument InvalidData InvalidOperation InvalidResult InvalidType "
        + "MetadataError NotImplemented NotInstalled ObjectNotFound OperationStopped OperationTimeout SyntaxError ParserError PermissionDenied "
        + "ResourceBusy ResourceExists ResourceUnavailable ReadError WriteError FromStdErr SecurityError ProtocolError ConnectionError "
        + "AuthenticationError LimitsExceeded QuotaExceeded NotEnabled"));

    private static readonly WordTable<bool> Verbs = new((true,
        "Add Approve Assert Backup Block Build Checkpoint Clear Close Compare Complete Compress Confirm Connect Convert ConvertFrom ConvertTo Copy "
        + "Debug Deny Deploy Disable Disconnect Dismount Edit Enable Enter Exit Expand Export Find Format ForEach Get Grant Group Hide Import "
        + "Initialize Install Invoke Join Limit Lock Measure Merge Mount Move New Open Optimize Out Ping Pop Protect Publish Push Read Receive "
        + "Redo Register Remove Rename Repair Request Reset Resize Resolve Restart Restore Resume Revoke Save Search Select Send Set Show Skip "
        + "Sort Split Start Step Stop Submit Suspend Switch Sync Tee Test Trace Unblock Undo Uninstall Unlock Unprotect Unpublish Unregister "
        + "Update Use Wait Watch Where Write"));

    /// <summary>How the messages of PowerShell's own errors begin: a script may write any text behind a command's name.</summary>
    private static readonly byte[][] MessageBeginnings =
    [
        .. new[]
        {
            "Cannot ", "Could not ", "Access ", "A parameter ", "A positional parameter ", "The term ", "The property ", "The specified ",
            "The input object ", "The path ", "The process cannot ", "Unable to ", "Response status code does not indicate success", "Missing ",
            "Parameter set cannot ", "No match was found ", "Exception calling ", "The running command stopped ", "The remote server returned ",
        }.Select(System.Text.Encoding.ASCII.GetBytes),
    ];

    /// <summary>What a record shows in every language.</summary>
    public static bool IsCategoryInfo(ReadOnlySpan<byte> line) => line.TrimStart((byte)' ').StartsWith("+ CategoryInfo "u8);

    /// <summary>The first line below the head of a record of PowerShell 7.</summary>
    public static bool IsLineHeading(ReadOnlySpan<byte> line) => line.TrimEnd((byte)' ').SequenceEqual("Line |"u8);

    /// <summary><c>At C:\job.ps1:3 char:1</c>.</summary>
    public static bool IsPosition(ReadOnlySpan<byte> line)
    {
        int mark = line.StartsWith("At "u8) ? line.LastIndexOf(" char:"u8) : -1;
        ReadOnlySpan<byte> number = mark < 0 ? default : line[..mark];
        int colon = number.LastIndexOf((byte)':');
        return colon > 0 && DigitReader.IsNumber(number[(colon + 1)..]) && DigitReader.IsNumber(line[(mark + " char:".Length)..].TrimEnd((byte)' '));
    }

    /// <summary>Whether a line can be the first of a record, if the next ones show it: <c>Get-Item : message</c>, <c>Get-Item: C:\job.ps1:3</c>.</summary>
    public static bool MayBegin(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty || line[0] is (byte)' ' or (byte)'+')
        {
            return false;
        }

        ReadOnlySpan<byte> near = line[..Math.Min(line.Length, MaxNameLength)];
        int spaced = near.IndexOf(" : "u8);
        return spaced > 0 ? IsName(near[..spaced]) : near.IndexOf(": "u8) is > 0 and int colon && (IsCommand(near[..colon]) || IsConciseHead(line, colon));
    }

    /// <summary>Whether a line by itself is an error.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> line)
    {
        int colon = line[..Math.Min(line.Length, MaxNameLength)].IndexOf(": "u8);
        return colon > 0 && (Categories.Contains(line[..colon]) || (IsCommand(line[..colon]) && HasKnownMessage(line[..colon], line[(colon + 2)..])));
    }

    /// <summary>A name and a position: <c>Get-Item: C:\job.ps1:3</c>, <c>ParserError: </c>.</summary>
    private static bool IsConciseHead(ReadOnlySpan<byte> line, int colon) =>
        !line[..colon].Contains((byte)' ') && (colon + 2 == line.Length || (char.IsAsciiDigit((char)line[^1]) && line[(colon + 2)..].Contains((byte)':')));

    /// <summary>A command, or the path of a script, which alone may have spaces.</summary>
    private static bool IsName(ReadOnlySpan<byte> name) =>
        !name.Contains((byte)' ') || (name.Length > 3 && (name.StartsWith("\\\\"u8) || name[1..].StartsWith(":\\"u8)));

    private static bool IsCommand(ReadOnlySpan<byte> name)
    {
        int dash = name.IndexOf((byte)'-');
        return dash > 1 && dash + 1 < name.Length && char.IsAsciiLetterUpper((char)name[dash + 1]) && Verbs.Contains(name[..dash])
            && name[(dash + 1)..].IndexOfAnyExcept(LetterBytes.All) < 0;
    }

    private static bool HasKnownMessage(ReadOnlySpan<byte> command, ReadOnlySpan<byte> message)
    {
        if (command.SequenceEqual("Write-Error"u8))
        {
            return true;
        }

        foreach (byte[] beginning in MessageBeginnings)
        {
            if (message.StartsWith(beginning))
            {
                return true;
            }
        }

        return false;
    }
}
