using LogAnalysis.Fields;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>
/// Recognises the lines of stack traces that look like entries unless one knows the lines before them: the last line of a Python traceback, Go's
/// functions, the message of a Rust panic, the exception below the entry that logged it. For formats whose entries are one line
/// unless indented lines follow.
/// </summary>
internal sealed class StackTraceTracker
{
    private Trace _trace;
    private bool _afterIndented;
    private bool _mayBeFollowedByTraceback;
    private bool _mayBeFollowedByException;

    private enum Trace
    {
        None,

        /// <summary>Frames of Python, up to a line that is not indented: the exception.</summary>
        Python,

        /// <summary>What a panic of Go prints: functions are not indented.</summary>
        Go,

        /// <summary>The next line is the message of a Rust panic.</summary>
        Rust,

        /// <summary>The position of an error of PowerShell: the code is below it, behind a plus.</summary>
        PowerShell,
    }

    /// <summary>Whether the next lines are of a trace even though they may not look so.</summary>
    public bool IsOpen => _trace is Trace.Python or Trace.Go or Trace.Rust;

    /// <summary>Whether the next lines may be of a trace, by what they look like.</summary>
    public bool IsUnderWay => _trace != Trace.None;

    private static ReadOnlySpan<byte> PythonHeading => "Traceback (most recent call last):"u8;

    /// <summary>An entry began.</summary>
    /// <param name="line">Its first line.</param>
    /// <param name="level">Its level.</param>
    /// <param name="hasShape">Whether it was recognised by more than its words: an exception below such a line was logged with it.</param>
    public void Begin(ReadOnlySpan<byte> line, LogLevel level, bool hasShape)
    {
        _afterIndented = false;
        _mayBeFollowedByTraceback = level >= LogLevel.Warning;
        _mayBeFollowedByException = (hasShape || level >= LogLevel.Warning) && !IsExceptionHeading(line);
        _trace = TraceOf(line);
    }

    /// <summary>Whether a line that no format recognises belongs to the entry that began last.</summary>
    public bool Continues(ReadOnlySpan<byte> line)
    {
        bool indented = line[0] is (byte)' ' or (byte)'\t';
        bool continues = ContinuationShape.Matches(line) || ContinuesTrace(line)
            || (_mayBeFollowedByTraceback && line.StartsWith(PythonHeading)) || (_mayBeFollowedByException && IsExceptionHeading(line));
        if (continues)
        {
            _trace = TraceOf(line) is var begun and not Trace.None ? begun
                : _trace == Trace.Rust || (_trace == Trace.Python && _afterIndented && !indented) ? Trace.None
                : _trace;
            _mayBeFollowedByTraceback = IsChain(line);
            _mayBeFollowedByException = false;
            _afterIndented = indented;
        }

        return continues;
    }

    private bool ContinuesTrace(ReadOnlySpan<byte> line) => _trace switch
    {
        Trace.Python => _afterIndented,
        Trace.Go => line.StartsWith("panic: "u8) || IsCall(line),
        Trace.Rust => true,
        Trace.PowerShell => line.StartsWith("+ "u8),
        _ => false,
    };

    private static Trace TraceOf(ReadOnlySpan<byte> line)
    {
        if (line.EndsWith(PythonHeading))
        {
            return Trace.Python;
        }

        if (line.StartsWith("panic: "u8) || line.StartsWith("fatal error: "u8) || ContinuationShape.IsGoroutine(line))
        {
            return Trace.Go;
        }

        if (PowerShellError.IsPosition(line))
        {
            return Trace.PowerShell;
        }

        return line.StartsWith("thread '"u8) && line[^1] == ':' && line.IndexOf(" panicked at "u8) > 0 ? Trace.Rust : Trace.None;
    }

    /// <summary>Python names the exception that caused another one, with its traceback below.</summary>
    private static bool IsChain(ReadOnlySpan<byte> line) =>
        line.StartsWith("During handling of"u8) || line.StartsWith("The above exception"u8);

    /// <summary><c>net/http.(*conn).serve(0xc000132000)</c>, <c>panic({0x5219c0, 0xc0000b6018})</c>.</summary>
    private static bool IsCall(ReadOnlySpan<byte> line)
    {
        int open = line.LastIndexOf((byte)'(');
        return open > 0 && line[^1] == ')' && !line[..open].Contains((byte)' ') && (line[..open].Contains((byte)'.') || line.StartsWith("panic("u8));
    }

    /// <summary>A qualified class name that says what it is: <c>java.lang.IllegalStateException: no connection</c>.</summary>
    private static bool IsExceptionHeading(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty || !LetterBytes.All.Contains(line[0]))
        {
            return false;
        }

        int end = line.IndexOfAny(": "u8);
        ReadOnlySpan<byte> name = end < 0 ? line : line[..end];
        return name.Contains((byte)'.') && (end < 0 || line[end] == ':')
            && (name.EndsWith("Exception"u8) || name.EndsWith("Error"u8) || name.EndsWith("Throwable"u8));
    }
}
