using System.Collections;

namespace LogAnalysis.Tests.Objects;

/// <summary>A sequence without an end.</summary>
internal sealed class Endless : IEnumerable
{
    /// <inheritdoc/>
    public IEnumerator GetEnumerator()
    {
        while (true)
        {
            yield return "again";
        }
    }
}
