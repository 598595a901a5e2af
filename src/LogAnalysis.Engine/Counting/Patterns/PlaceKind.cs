namespace LogAnalysis.Counting;

/// <summary>What the values of a place in a pattern look like. A place can have values of several kinds.</summary>
[Flags]
internal enum PlaceKind : byte
{
    /// <summary>A word that is the same in all messages.</summary>
    None = 0,

    /// <summary>Quoted text, a list, nothing at all, or words that differ.</summary>
    Text = 1,

    /// <summary>A number, with its sign and unit; a size, a version, a duration.</summary>
    Number = 1 << 1,

    /// <summary>An IPv4 or IPv6 address, with its port.</summary>
    Address = 1 << 2,

    /// <summary>A path or the name of a file.</summary>
    Path = 1 << 3,

    /// <summary>What identifies something: a GUID, a hash, a word with digits, an e-mail address.</summary>
    Id = 1 << 4,

    /// <summary>A date, a time of day, or both.</summary>
    Time = 1 << 5,

    /// <summary>The name of a host, with its port.</summary>
    Host = 1 << 6,

    /// <summary>A URL.</summary>
    Url = 1 << 7,
}
