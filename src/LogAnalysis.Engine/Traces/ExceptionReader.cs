using System.Text;

namespace LogAnalysis.Traces;

/// <summary>
/// Finds in the lines of one entry the exception that it tells of: the type of the innermost cause, and the first frame that is the application's own.
/// It sees each line once and keeps a few short texts, whatever the lines hold.
/// </summary>
internal sealed class ExceptionReader
{
    /// <summary>The longest key.</summary>
    public const int MaxKeyLength = (3 * BoundedText.MaxLength) + 3;

    private readonly TraceFindings _findings = new();
    private readonly BoundedText _possible = new();
    private readonly PhpTrace _php = new();
    private readonly RustTrace _rust = new();
    private readonly MethodFrames _methods = new();
    private readonly TraceDialect[] _dialects;
    private int _suppressedIndent;
    private int _depth;
    private bool _isHeadingOfMessage;

    public ExceptionReader() =>
        _dialects = [new PythonTraceback(), _rust, new GoTrace(), new CauseLines(), _methods, _php, new RubyTrace(), new PowerShellRecord()];

    /// <summary>The name of the type, as the trace has it; null if the entry tells of no exception.</summary>
    public string? Type => TypeBytes is { IsEmpty: false } type ? Encoding.UTF8.GetString(type).Replace(@"\\", @"\", StringComparison.Ordinal) : null;

    /// <summary>Type and frame: <c>java.sql.SQLException at com.shop.OrderDao.save</c>. The type alone where there are no frames; null without a type.</summary>
    public string? Name => Type is not string type ? null : _findings.Frame?.ToString() is { Length: > 0 } frame ? $"{type} at {frame}" : type;

    /// <summary>Whether frames tell of the exception, or more than the message names it.</summary>
    public bool HasTrace => _findings.HasFrames || (_findings.HasType && !_isHeadingOfMessage);

    /// <summary>Writes what decides <see cref="Name"/>, which takes less time than the name.</summary>
    /// <param name="key">Room for <see cref="MaxKeyLength"/> bytes.</param>
    /// <returns>How many bytes; 0 if the entry tells of no exception.</returns>
    public int WriteKey(Span<byte> key)
    {
        ReadOnlySpan<byte> type = TypeBytes;
        if (type.IsEmpty)
        {
            return 0;
        }

        type.CopyTo(key);
        key[type.Length] = (byte)'\n';
        return type.Length + 1 + (_findings.Frame?.WriteKey(key[(type.Length + 1)..]) ?? 0);
    }

    /// <summary>What may be a type counts where frames follow: <c>com.shop.OrderLost: 17</c>.</summary>
    private ReadOnlySpan<byte> TypeBytes => !_findings.HasType && _findings.HasFrames && !_possible.IsEmpty ? _possible.Bytes : _findings.Type;

    /// <summary>Another entry follows.</summary>
    public void Reset()
    {
        _findings.Reset();
        _possible.Clear();
        _suppressedIndent = 0;
        _depth = 0;
        _isHeadingOfMessage = false;
        foreach (TraceDialect dialect in _dialects)
        {
            dialect.Reset();
        }
    }

    /// <summary>Reads an entry's message. Where no stack trace follows, the type counts that it mentions.</summary>
    public void AddMessage(ReadOnlySpan<byte> message)
    {
        int end = message.IndexOf((byte)'\n');
        ReadOnlySpan<byte> first = end < 0 ? message : message[..end];
        AddLine(first);
        _isHeadingOfMessage = _findings.HasType;
        _php.NotePlace(first);
        if (!_findings.HasType)
        {
            _findings.Mention(ExceptionType.Find(first));
        }

        if (end >= 0)
        {
            AddLines(message[(end + 1)..]);
        }
    }

    /// <summary>Reads a field of a structured entry that may hold a stack trace.</summary>
    /// <param name="text">The text.</param>
    /// <param name="depth">How deep the field is: causes are nested in what they caused.</param>
    public void AddText(ReadOnlySpan<byte> text, int depth)
    {
        _findings.ExpectMore();
        AddLines(text);
        _depth = _findings.HasType ? Math.Max(depth, _depth) : _depth;
    }

    /// <summary>Reads a field of a structured entry that names the type.</summary>
    /// <param name="type">The name.</param>
    /// <param name="depth">As for <see cref="AddText"/>.</param>
    public void AddType(ReadOnlySpan<byte> type, int depth)
    {
        if (!_findings.HasType || depth > _depth)
        {
            _findings.SetType(ExceptionType.At(type));
            _depth = depth;
        }
    }

    /// <summary>Reads lines with line feeds between them.</summary>
    public void AddLines(ReadOnlySpan<byte> lines)
    {
        while (!lines.IsEmpty)
        {
            int end = lines.IndexOf((byte)'\n');
            AddLine(end < 0 ? lines : lines[..end]);
            lines = end < 0 ? default : lines[(end + 1)..];
        }
    }

    /// <summary>Reads the next line.</summary>
    public void AddLine(ReadOnlySpan<byte> line)
    {
        // Lines are short, and traces have very many: a vectorised search would take longer.
        int indent = 0;
        while (indent < line.Length && line[indent] is (byte)' ' or (byte)'\t')
        {
            indent++;
        }

        int end = line.Length;
        while (end > indent && line[end - 1] is (byte)' ' or (byte)'\t' or (byte)'\r')
        {
            end--;
        }

        ReadOnlySpan<byte> text = line[indent..end];
        if (!text.IsEmpty && !IsSuppressed(text, indent) && !IsFrame(text, indent))
        {
            ReadLine(text, indent);
        }
    }

    /// <summary>A shortcut for most lines: frames, of which hardly any matters.</summary>
    private bool IsFrame(ReadOnlySpan<byte> text, int indent) =>
        text.StartsWith("at "u8) && (!_findings.NeedsFrame || _rust.TryRead(text, indent, _findings) || _methods.TryRead(text, indent, _findings));

    private void ReadLine(ReadOnlySpan<byte> text, int indent)
    {
        foreach (TraceDialect dialect in _dialects)
        {
            if (dialect.TryRead(text, indent, _findings))
            {
                NotePlace(dialect, text);
                return;
            }
        }

        ReadHeading(text);
    }

    /// <summary>Exceptions that occurred while another was handled, as Java shows them, are indented below that.</summary>
    private bool IsSuppressed(ReadOnlySpan<byte> text, int indent)
    {
        if (_suppressedIndent > 0 && indent >= _suppressedIndent)
        {
            return true;
        }

        _suppressedIndent = indent > 0 && text.StartsWith("Suppressed: "u8) ? indent : 0;
        return _suppressedIndent > 0;
    }

    private void NotePlace(TraceDialect dialect, ReadOnlySpan<byte> text)
    {
        if (dialect is CauseLines)
        {
            _php.NotePlace(text);
        }
    }

    /// <summary>The name of an exception at the beginning of a line begins a trace, unless one is under way.</summary>
    private void ReadHeading(ReadOnlySpan<byte> text)
    {
        if (_findings.HasType)
        {
            return;
        }

        ReadOnlySpan<byte> type = ExceptionType.Heading(text);
        if (!type.IsEmpty)
        {
            _findings.Begin(ExceptionType.Innermost(text, type));
        }
        else if (_possible.IsEmpty && !_findings.HasFrames)
        {
            _possible.Set(ExceptionType.PossibleHeading(text));
        }
    }
}
