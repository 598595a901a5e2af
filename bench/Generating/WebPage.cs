using System.Text;

namespace LogAnalysis.Bench.Generating;

/// <summary>What can be asked of a web site.</summary>
/// <param name="method">The HTTP method that it is asked by.</param>
/// <param name="path">Its path.</param>
/// <param name="status">The HTTP status that is the answer, unless something goes wrong.</param>
/// <param name="size">The size of the answer, in bytes, to which some are added at random; 0 for one without content.</param>
internal sealed class WebPage(string method, string path, int status, int size)
{
    /// <summary>Method and path, as a request line begins.</summary>
    public byte[] Request { get; } = Encoding.ASCII.GetBytes($"{method} {path}");

    /// <summary>The HTTP status that is the answer, unless something goes wrong.</summary>
    public int Status => status;

    /// <summary>The size of the answer in bytes; 0 for one without content.</summary>
    public int Size => size;
}
