using CsCheck;

namespace LogAnalysis.Tests.Fuzzing.Targets;

/// <summary>A compressed file, damaged or not, has the same lines and the same error in whatever way it is read.</summary>
internal sealed class CompressedTarget() : FuzzTarget("gzip")
{
    /// <inheritdoc/>
    public override Gen<byte[]> Inputs { get; } = AnyBytes.WithChoices(AnyBytes.Gzip);

    /// <inheritdoc/>
    public override void Try(byte[] input) => FileTarget.TryAs(input, "a.log.gz");
}
