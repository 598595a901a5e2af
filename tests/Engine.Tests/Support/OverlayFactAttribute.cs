using Xunit;

namespace LogAnalysis.Tests.Support;

/// <summary>A test on a real overlayfs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OverlayFactAttribute : FactAttribute
{
    public OverlayFactAttribute() => Skip = Overlay.SkipReason;
}
