using LogAnalysis.Text;

namespace LogAnalysis.Files;

/// <summary>
/// The text that the decoder of a library gives. What it throws on damaged input, which can be anything, becomes an
/// <see cref="InvalidDataException"/>; what the disk says stays what it is.
/// </summary>
/// <param name="open">Begins to decode.</param>
internal sealed class LibraryText(Func<Stream> open) : ForwardStream
{
    private Stream? _decoder;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The input is damaged, or its end is missing.</exception>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            _decoder ??= open();
            return _decoder.Read(buffer);
        }
        catch (Exception failure) when (IsDamage(failure))
        {
            throw Damaged(failure);
        }
    }

    /// <summary>Whether an exception of a library is about what it was given to decode.</summary>
    public static bool IsDamage(Exception failure) => failure is EndOfStreamException or not (IOException or UnauthorizedAccessException or OperationCanceledException);

    /// <summary>What to throw instead.</summary>
    public static InvalidDataException Damaged(Exception failure) =>
        failure as InvalidDataException ?? new InvalidDataException(failure is EndOfStreamException ? "The compressed data is not whole: its end is missing." : "The compressed data is damaged.", failure);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _decoder?.Dispose();
        }

        base.Dispose(disposing);
    }
}
