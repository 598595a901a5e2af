namespace LogAnalysis.Traces;

/// <summary>What was found in a stack trace so far: the exception that caused the others, and its frame in the application's own code.</summary>
internal sealed class TraceFindings
{
    private readonly BoundedText _type = new();
    private TraceFrame _own = new();
    private TraceFrame _outer = new();
    private readonly TraceFrame _foreign = new();

    /// <summary>The type is one that a message mentions, so that a stack trace knows better.</summary>
    private bool _isMentioned;

    /// <summary>Whether what caused everything was found: what follows only says what came of it.</summary>
    public bool IsComplete { get; set; }

    /// <summary>Whether a stack trace has named its type.</summary>
    public bool HasType => !_type.IsEmpty && !_isMentioned;

    /// <summary>Whether there were frames of the exception.</summary>
    public bool HasFrames => !_own.IsEmpty || !_foreign.IsEmpty;

    /// <summary>Whether a further frame can matter.</summary>
    public bool NeedsFrame => _own.IsEmpty && !IsComplete;

    /// <summary>The type of the exception; empty if there is none.</summary>
    public ReadOnlySpan<byte> Type => _type.Bytes;

    /// <summary>
    /// The first frame of the application's own. Where the exception has none, that of the one that it caused: traces leave out the frames that
    /// both share. Where no frame is its own, the first of all. Null where there are no frames.
    /// </summary>
    public TraceFrame? Frame => !_own.IsEmpty ? _own : !_outer.IsEmpty ? _outer : !_foreign.IsEmpty ? _foreign : null;

    public void Reset()
    {
        _type.Clear();
        _own.Clear();
        _outer.Clear();
        _foreign.Clear();
        IsComplete = false;
        _isMentioned = false;
    }

    /// <summary>A message mentions a type.</summary>
    public void Mention(ReadOnlySpan<byte> type)
    {
        if (!HasType && !type.IsEmpty)
        {
            _type.Set(type);
            _isMentioned = true;
        }
    }

    /// <summary>An exception begins, the cause of the one before it: its frames follow.</summary>
    public void Begin(ReadOnlySpan<byte> type)
    {
        if (!IsComplete && !type.IsEmpty)
        {
            BeginFrames();
            SetType(type);
        }
    }

    /// <summary>The frames of another exception follow, whose type is not known yet.</summary>
    public void BeginFrames()
    {
        if (IsComplete)
        {
            return;
        }

        if (!_own.IsEmpty)
        {
            (_own, _outer) = (_outer, _own);
        }

        _own.Clear();
        _foreign.Clear();
    }

    /// <summary>The exception whose frames were read has this type.</summary>
    public void SetType(ReadOnlySpan<byte> type)
    {
        if (!IsComplete && !type.IsEmpty)
        {
            _type.Set(type);
            _isMentioned = false;
        }
    }

    /// <summary>Another text follows that may show the same exceptions again: what begins there counts, rather than what was found before.</summary>
    public void ExpectMore()
    {
        _isMentioned = !_type.IsEmpty;
        IsComplete = false;
    }

    /// <summary>Where the exception occurred, if its frames do not tell it better.</summary>
    public void SetPlace(ReadOnlySpan<byte> path)
    {
        if (!IsComplete)
        {
            _outer.Set(FrameKind.Script, default, path);
        }
    }

    /// <summary>Adds the next frame of a trace that begins where the exception occurred.</summary>
    public void Add(FrameKind kind, ReadOnlySpan<byte> function, ReadOnlySpan<byte> path, bool isOwn)
    {
        TraceFrame frame = isOwn ? _own : _foreign;
        if (NeedsFrame && frame.IsEmpty)
        {
            frame.Set(kind, function, path);
        }
    }

    /// <summary>Adds the next frame of a trace that ends where the exception occurred.</summary>
    public void AddInner(FrameKind kind, ReadOnlySpan<byte> function, ReadOnlySpan<byte> path, bool isOwn)
    {
        if (!IsComplete)
        {
            (isOwn ? _own : _foreign).Set(kind, function, path);
        }
    }
}
