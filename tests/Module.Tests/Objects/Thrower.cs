namespace LogAnalysis.Tests.Objects;

/// <summary>An object of which nothing can be read.</summary>
internal sealed class Thrower
{
    /// <summary>Cannot be read.</summary>
    public string Message => throw new InvalidOperationException(nameof(Message));

    /// <summary>Cannot be read, either.</summary>
    public int Level => throw new NotSupportedException(nameof(Level));

    /// <inheritdoc/>
    public override string ToString() => throw new InvalidOperationException(nameof(ToString));
}
