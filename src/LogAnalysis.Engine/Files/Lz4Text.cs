using System.Buffers.Binary;
using System.IO.Hashing;
using LogAnalysis.Text;

namespace LogAnalysis.Files;

/// <summary>The text of an LZ4 file, block by block. A block that is cut gives what is there.</summary>
/// <remarks>Source: LZ4 Frame Format Description, version 1.6.4.</remarks>
/// <param name="file">The compressed bytes, from the first on. They stay open when this is disposed of.</param>
internal sealed class Lz4Text(Stream file) : ForwardStream
{
    private const uint FrameMagic = 0x184D2204;
    private const uint SkippableMagic = 0x184D2A50;
    private const uint SkippableMask = 0xFFFFFFF0;
    private const uint StoredFlag = 0x80000000;

    private readonly BufferedInput _file = new(file);
    private readonly XxHash32 _contentHash = new();
    private Lz4Frame? _frame;
    private Lz4Window? _window;
    private byte[] _block = [];
    private bool _isCut;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="EndOfStreamException">Its end is missing.</exception>
    public override int Read(Span<byte> buffer)
    {
        int length;
        while ((length = _window?.Read(buffer) ?? 0) == 0 && buffer.Length > 0)
        {
            if (_isCut)
            {
                throw new EndOfStreamException("The compressed file is not whole: its end is missing.");
            }

            if (_frame is null && !BeginFrame())
            {
                return 0;
            }

            if (_frame is not null)
            {
                ReadBlock(_frame);
            }
        }

        return length;
    }

    /// <returns>Whether there is one more.</returns>
    private bool BeginFrame()
    {
        if (_file.IsAtEnd)
        {
            return false;
        }

        uint magic = ReadNumber();
        if ((magic & SkippableMask) == SkippableMagic)
        {
            Skip(ReadNumber());
            return true;
        }

        _frame = magic == FrameMagic ? Lz4Frame.Read(_file) : throw new InvalidDataException("The compressed file is damaged: it goes on with something else.");
        _window = new Lz4Window(_frame.MaxBlockLength);
        _contentHash.Reset();
        return true;
    }

    private void ReadBlock(Lz4Frame frame)
    {
        uint size = ReadNumber();
        if (size == 0)
        {
            CompleteFrame(frame);
            return;
        }

        bool isStored = (size & StoredFlag) != 0;
        int length = (int)(size & ~StoredFlag);
        if (length > frame.MaxBlockLength)
        {
            throw new InvalidDataException("The compressed file is damaged: a block is larger than the file says.");
        }

        _block = _block.Length < length ? new byte[frame.MaxBlockLength] : _block;
        int read = _file.ReadAtLeast(_block.AsSpan(0, length), length, throwOnEndOfStream: false);
        _isCut = read < length;
        ReadOnlySpan<byte> block = _block.AsSpan(0, read);
        if (frame.HasBlockHash && !_isCut && ReadNumber() != XxHash32.HashToUInt32(block))
        {
            throw new InvalidDataException("The compressed file is damaged: a block has another checksum.");
        }

        _contentHash.Append(isStored ? _window!.AddStored(block) : _window!.AddCompressed(block, _isCut));
    }

    private void CompleteFrame(Lz4Frame frame)
    {
        if (frame.HasContentHash && ReadNumber() != _contentHash.GetCurrentHashAsUInt32())
        {
            throw new InvalidDataException("The compressed file is damaged: its text has another checksum.");
        }

        _frame = null;
    }

    private void Skip(uint length)
    {
        Span<byte> skipped = stackalloc byte[256];
        for (long left = length; left > 0; left -= skipped.Length)
        {
            _file.ReadExactly(skipped[..(int)Math.Min(left, skipped.Length)]);
        }
    }

    private uint ReadNumber()
    {
        Span<byte> number = stackalloc byte[sizeof(uint)];
        _file.ReadExactly(number);
        return BinaryPrimitives.ReadUInt32LittleEndian(number);
    }
}
