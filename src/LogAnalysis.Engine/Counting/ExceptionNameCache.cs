using LogAnalysis.Traces;

namespace LogAnalysis.Counting;

/// <summary>The names of the exceptions that were seen lately: to make one takes longer than to read its trace, and most are seen again and again.</summary>
internal sealed class ExceptionNameCache
{
    private const int MaxNames = 1 << 12;

    private readonly Utf8StringTable _keys = new();
    private readonly List<string> _names = [];

    /// <summary>The name of the exception that was read; null if there is none.</summary>
    public string? NameOf(ExceptionReader reader)
    {
        Span<byte> key = stackalloc byte[ExceptionReader.MaxKeyLength];
        int length = reader.WriteKey(key);
        if (length == 0)
        {
            return null;
        }

        if (_names.Count == MaxNames)
        {
            _keys.Clear();
            _names.Clear();
        }

        int number = _keys.NumberOf(key[..length]);
        if (number == _names.Count)
        {
            _names.Add(reader.Name!);
        }

        return _names[number];
    }
}
