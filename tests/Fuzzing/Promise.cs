using System.Runtime.CompilerServices;

namespace LogAnalysis.Tests.Fuzzing;

/// <summary>What must be so, whatever the input.</summary>
internal static class Promise
{
    /// <summary>Something is so.</summary>
    /// <param name="isSo">Whether it is.</param>
    /// <param name="what">What; the expression itself where nothing else is said.</param>
    /// <exception cref="BrokenPromiseException">It is not.</exception>
    public static void That(bool isSo, [CallerArgumentExpression(nameof(isSo))] string what = "")
    {
        if (!isSo)
        {
            throw new BrokenPromiseException($"Not so: {what}");
        }
    }

    /// <summary>Two ways have the same answer.</summary>
    /// <exception cref="BrokenPromiseException">They differ.</exception>
    public static void Same(string one, string other, [CallerArgumentExpression(nameof(other))] string what = "")
    {
        if (one != other)
        {
            int at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
            throw new BrokenPromiseException($"Differs from {what} at {at}: '{Around(one, at)}', not '{Around(other, at)}'");
        }
    }

    /// <summary>Two ways have the same lines.</summary>
    /// <exception cref="BrokenPromiseException">They differ.</exception>
    public static void Same(IReadOnlyList<string> one, IReadOnlyList<string> other, [CallerArgumentExpression(nameof(other))] string what = "")
    {
        for (int i = 0; i < Math.Max(one.Count, other.Count); i++)
        {
            Same(i < one.Count ? one[i] : "(no more)", i < other.Count ? other[i] : "(no more)", $"{what}[{i}]");
        }
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 40)..Math.Min(text.Length, at + 40)];
}
