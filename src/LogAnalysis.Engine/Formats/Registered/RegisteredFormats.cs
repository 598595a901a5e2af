using System.Collections.Immutable;

namespace LogAnalysis.Formats;

/// <summary>The formats that users have registered in this process, and with which bytes their lines begin. It does not change; another one takes its place.</summary>
internal sealed class RegisteredFormats
{
    /// <summary>None.</summary>
    public static readonly RegisteredFormats None = new([]);

    private readonly UserFormat[][] _byFirstByte;

    private RegisteredFormats(ImmutableArray<UserFormat> formats)
    {
        All = formats;
        _byFirstByte = [.. Enumerable.Range(0, 256).Select(first => formats.Where(format => format.FirstBytes?.Contains((char)first) != false).ToArray())];
        HaveFurtherLines = formats.Any(format => format.HasFurtherLines);
    }

    /// <summary>All of them, in the order in which they were registered.</summary>
    public ImmutableArray<UserFormat> All { get; }

    /// <summary>Whether entries of any can have lines that hold further fields.</summary>
    public bool HaveFurtherLines { get; }

    /// <summary>Those whose entries can begin with a byte.</summary>
    public ReadOnlySpan<UserFormat> BeginningWith(byte first) => _byFirstByte[first];

    /// <summary>These and another one, in place of one of the same name.</summary>
    public RegisteredFormats With(UserFormat format) => new([.. Without(format.Name).All, format]);

    /// <summary>These without the one of a name.</summary>
    public RegisteredFormats Without(string name) => new([.. All.Where(format => !string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase))]);
}
