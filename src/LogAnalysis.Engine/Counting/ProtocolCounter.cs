using System.Runtime.InteropServices;

namespace LogAnalysis.Counting;

/// <summary>Requests by the version of HTTP that their request lines state.</summary>
internal sealed class ProtocolCounter
{
    /// <summary>HTTP/2 and later have no minor version, though some servers write one.</summary>
    private static readonly string[] Names = ["HTTP/0.9", "HTTP/1.0", "HTTP/1.1", "HTTP/2", "HTTP/3"];

    private readonly long[] _counts = new long[Names.Length];
    private ulong _last;
    private int _lastNumber;

    /// <summary>Counts a request.</summary>
    /// <param name="version">What is behind its URL: <c> HTTP/1.1</c>; anything else is not counted.</param>
    public void Add(ReadOnlySpan<byte> version)
    {
        // Nearly all requests have the protocol of one before them.
        if (version.Length == sizeof(ulong) + 1 && MemoryMarshal.Read<ulong>(version[1..]) == _last)
        {
            _counts[_lastNumber]++;
            return;
        }

        int number = !version.StartsWith(" HTTP/"u8) ? -1 : version[" HTTP/".Length..] switch
        {
            [(byte)'1', (byte)'.', (byte)'1'] => 2,
            [(byte)'2'] or [(byte)'2', (byte)'.', (byte)'0'] => 3,
            [(byte)'1', (byte)'.', (byte)'0'] => 1,
            [(byte)'3'] or [(byte)'3', (byte)'.', (byte)'0'] => 4,
            [(byte)'0', (byte)'.', (byte)'9'] => 0,
            _ => -1,
        };
        if (number >= 0)
        {
            _counts[number]++;
            (_last, _lastNumber) = version.Length == sizeof(ulong) + 1 ? (MemoryMarshal.Read<ulong>(version[1..]), number) : (_last, _lastNumber);
        }
    }

    /// <summary>Adds what was counted elsewhere; a protocol that is not known is not counted.</summary>
    public void Add(string name, long count)
    {
        if (Array.IndexOf(Names, name) is >= 0 and int number)
        {
            _counts[number] += count;
        }
    }

    /// <summary>Adds what another counter has counted.</summary>
    public void Merge(ProtocolCounter other)
    {
        for (int number = 0; number < Names.Length; number++)
        {
            _counts[number] += other._counts[number];
        }
    }

    /// <summary>The protocols that occurred, the most frequent first.</summary>
    public LogTopValue[] ToCounts()
    {
        long total = _counts.Sum();
        return
        [
            .. Names.Zip(_counts).Where(protocol => protocol.Second > 0)
                .OrderByDescending(protocol => protocol.Second)
                .Select(protocol => new LogTopValue { Value = protocol.First, Count = protocol.Second, Percent = 100.0 * protocol.Second / total, MaxUndercount = 0 }),
        ];
    }
}
