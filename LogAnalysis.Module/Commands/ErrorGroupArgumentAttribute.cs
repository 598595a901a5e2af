using System.Management.Automation;
using LogAnalysis.Objects;

namespace LogAnalysis.Commands;

/// <summary>Takes groups that come back from jobs, files and other machines for what they were.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ErrorGroupArgumentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData is PSObject input && Deserialized.HasName(input) && Deserialized.Restore(input) is LogErrorGroup group ? group : inputData;
}
