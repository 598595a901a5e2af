using System.Reflection;
using LogAnalysis.Following;
using Xunit;

namespace LogAnalysis.Tests.Following;

/// <summary>Decision 2 draws the states of following as the code has them.</summary>
public sealed class StatesPageTests
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly string Page = File.ReadAllText(RepositoryRoot.Combine("docs", "decisions", "0002-following.md"));

    public static TheoryData<string> States =>
        [.. new[] { typeof(TailedFileState), typeof(HandleState), typeof(PathState), typeof(FollowerState) }.SelectMany(Enum.GetNames).Distinct()];

    [Theory]
    [MemberData(nameof(States))]
    public void Every_state_is_drawn(string state) => Assert.Contains(state, Drawing, StringComparison.Ordinal);

    [Theory]
    [InlineData(typeof(TailedFileLifecycle), "BecomeCurrent", "Rotate", "ReachEnd", "Close")]
    [InlineData(typeof(TailedHandle), "CloseHandle", "Reopen", "ContinueIn", "Transfer")]
    [InlineData(typeof(PathOpener), "ExpectNew", "Follow")]
    [InlineData(typeof(FollowLoop))]
    public void Transitions_are_methods_of_the_type_that_is_drawn(Type type, params string[] transitions)
    {
        Assert.Contains(type.Name, Drawing, StringComparison.Ordinal);
        Assert.All(transitions, transition =>
        {
            Assert.Contains(transition, Drawing, StringComparison.Ordinal);
            Assert.NotNull(type.GetMethod(transition, All));
        });
    }

    private static string Drawing => Page.Split("```")[1];
}
