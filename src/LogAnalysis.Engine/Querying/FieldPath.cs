using System.Text;

namespace LogAnalysis.Querying;

/// <summary>A name that may be that of a member of an object: <c>user.name</c> is <c>name</c> in <c>user</c>.</summary>
/// <param name="text">The name.</param>
/// <param name="rank">How well it fits what was asked for.</param>
internal sealed class FieldPath(string text, int rank)
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text);

    /// <summary>Whether there is a point in it.</summary>
    public bool HasPoint => text.Contains('.', StringComparison.Ordinal);

    /// <summary>How well the name fits what was asked for, 0 where it is the very name.</summary>
    public int Rank => rank;

    /// <summary>The part behind the name of an object and the point; empty where the object is not on the path.</summary>
    public ReadOnlySpan<byte> Within(ReadOnlySpan<byte> name) => Within(_bytes, name);

    /// <inheritdoc cref="Within(ReadOnlySpan{byte})"/>
    public static ReadOnlySpan<byte> Within(ReadOnlySpan<byte> path, ReadOnlySpan<byte> name) =>
        path.Length > name.Length + 1 && path[name.Length] == '.' && FieldName.IsSame(name, path[..name.Length]) ? path[(name.Length + 1)..] : default;
}
