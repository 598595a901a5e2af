namespace LogAnalysis.Traces;

/// <summary>The lines in which an exception names the one that caused it, and in which runtimes show one that was not caught.</summary>
/// <remarks>
/// Source: <c>Throwable.printStackTrace</c> of Java, <c>Exception.ToString</c> of .NET, <c>Error.cause</c> as Node.js shows it, PHP's and Monolog's
/// text of an exception; logback's <c>%rootException</c>, which begins with the cause.
/// </remarks>
internal sealed class CauseLines : TraceDialect
{
    /// <summary>What is before the name of an exception that caused the one above.</summary>
    private static readonly byte[][] Causes =
        Encode("Caused by: ", "caused by: ", "---> ", "InnerException: ", "Inner exception: ", "Inner Exception: ", "inner exception: ", "[cause]: ", "[previous exception] [object] (");

    /// <summary>What is before the name of an exception that the one above caused: that one is what matters.</summary>
    private static readonly byte[][] Wrappers = Encode("Wrapped by: ", "Next ", "---> (Inner Exception #");

    /// <summary>What runtimes put before the name of one that was not caught.</summary>
    private static readonly byte[][] Uncaught =
        Encode("Unhandled exception. ", "Unhandled Exception: ", "Unhandled exception: ", "Uncaught exception: ", "Uncaught Exception: ", "Uncaught ", "PHP Fatal error:  Uncaught ");

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> text, int indent, TraceFindings findings)
    {
        switch (text[0])
        {
            case (byte)'C' or (byte)'c' or (byte)'I' or (byte)'i' or (byte)'[' or (byte)'-' or (byte)'W' or (byte)'N':
                return ReadWrapper(text, findings) || ReadCause(text, findings);
            case (byte)'U' or (byte)'P' or (byte)'E':
                return ReadUncaught(text, findings);
            case (byte)'.':
                return text.StartsWith("... "u8);
            default:
                return false;
        }
    }

    private static bool ReadWrapper(ReadOnlySpan<byte> text, TraceFindings findings)
    {
        ReadOnlySpan<byte> rest = After(text, Wrappers);
        bool isWrapper = !rest.IsEmpty && findings.HasType && (text[0] == '-' || !ExceptionType.PossibleHeading(rest).IsEmpty || !ExceptionType.Heading(rest).IsEmpty);
        findings.IsComplete |= isWrapper;
        return isWrapper;
    }

    private static bool ReadCause(ReadOnlySpan<byte> text, TraceFindings findings)
    {
        ReadOnlySpan<byte> rest = After(text, Causes);
        if (rest.IsEmpty)
        {
            return text.StartsWith("Caused by:"u8) || text.StartsWith("--- "u8);
        }

        findings.Begin(ExceptionType.Innermost(rest, ExceptionType.At(rest)));
        return true;
    }

    private static bool ReadUncaught(ReadOnlySpan<byte> text, TraceFindings findings)
    {
        ReadOnlySpan<byte> rest = After(text, Uncaught);
        if (rest.IsEmpty && text.StartsWith("Exception in thread \""u8))
        {
            int quote = text.LastIndexOf("\" "u8);
            rest = quote < 0 ? default : text[(quote + 2)..];
        }

        ReadOnlySpan<byte> type = ExceptionType.At(rest);
        bool isType = !type.IsEmpty && (type.Length == rest.Length || rest[type.Length] == ':');
        if (isType)
        {
            findings.Begin(ExceptionType.Innermost(rest, type));
        }

        return isType;
    }

    private static ReadOnlySpan<byte> After(ReadOnlySpan<byte> text, byte[][] beginnings)
    {
        foreach (byte[] beginning in beginnings)
        {
            if (text.StartsWith(beginning))
            {
                return text[beginning.Length..];
            }
        }

        return default;
    }

    private static byte[][] Encode(params string[] texts) => [.. texts.Select(System.Text.Encoding.ASCII.GetBytes)];
}
