using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace LogAnalysis.Counting;

/// <summary>
/// Where each message is another, most templates never come again: to keep one takes far longer than to count it. While the door is closed, only one that came before is
/// worth keeping.
/// </summary>
/// <remarks>Source: the doorkeeper of Einziger, Friedman, Manes, "TinyLFU: A Highly Efficient Cache Admission Policy", ACM Transactions on Storage 2017.</remarks>
internal sealed class Doorkeeper
{
    /// <summary>How many of those that came last are remembered, at most.</summary>
    private const int MaxRemembered = 4096;

    private ulong[]? _hashes;
    private int _left;

    /// <summary>Whether only what came before is let in.</summary>
    public bool IsClosed => _left > 0;

    /// <summary>Closes the door.</summary>
    /// <param name="count">How many are turned away before it is open again.</param>
    public void Close(int count) => _left = count;

    /// <summary>Forgets what came, and is open.</summary>
    public void Reset()
    {
        _left = 0;
        if (_hashes is not null)
        {
            Array.Clear(_hashes);
        }
    }

    /// <summary>Whether a template that is not kept is to be kept from now on.</summary>
    public bool Admits(string template)
    {
        if (!IsClosed)
        {
            return true;
        }

        _hashes ??= new ulong[MaxRemembered];
        ulong hash = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(template.AsSpan()));
        ref ulong remembered = ref _hashes[hash % MaxRemembered];
        if (remembered == hash)
        {
            return true;
        }

        remembered = hash;
        _left--;
        return false;
    }
}
