using System.Text;
using System.Text.RegularExpressions;

namespace LogAnalysis.Traces;

/// <summary>
/// Names frames so that the same code has the same name in every run and build: without lines, addresses, arguments, and the numbers and names
/// that compilers make up for lambdas, state machines, generic and generated types.
/// </summary>
internal static partial class FrameName
{
    /// <summary>The name of a file without its folders: these are others on another machine, or after the next deployment.</summary>
    public static ReadOnlySpan<byte> FileOf(ReadOnlySpan<byte> path)
    {
        ReadOnlySpan<byte> file = path[(path.LastIndexOfAny((byte)'/', (byte)'\\') + 1)..];
        int query = file.IndexOf((byte)'?');
        return query > 0 ? file[..query] : file;
    }

    /// <summary>The name of a frame.</summary>
    public static string Of(FrameKind kind, string function, string file) => kind switch
    {
        FrameKind.Method => OfMethod(function),
        FrameKind.GoFunction => OfGoFunction(function),
        FrameKind.RustFunction => OfRustFunction(function),
        _ => OfScript(function, file),
    };

    /// <summary><c>com.shop.OrderDao$$Lambda$14/0x0000000800c8.apply</c> is <c>com.shop.OrderDao.apply</c>, <c>Shop.Worker.&lt;Run&gt;d__5.MoveNext</c> is <c>Shop.Worker.Run</c>.</summary>
    private static string OfMethod(string name)
    {
        int generated = name.IndexOf("$$", StringComparison.Ordinal);
        name = generated > 0 ? name[..generated] + name[Math.Max(name.LastIndexOf('.'), generated)..] : name;
        name = name[(name.LastIndexOf('/') + 1)..];
        var result = new StringBuilder(name.Length);
        bool isStateMachine = false;
        foreach (string part in name.Split('.'))
        {
            string written = OfPart(part);
            bool isLeftOut = (written.Length == 0 && part.Length > 0) || (isStateMachine && part == "MoveNext");
            isStateMachine = part.StartsWith('<') && part.Contains(">d", StringComparison.Ordinal);
            if (!isLeftOut)
            {
                result.Append(result.Length > 0 ? "." : string.Empty).Append(written);
            }
        }

        return result.ToString();
    }

    private static string OfPart(string part)
    {
        if (part.StartsWith("lambda$", StringComparison.Ordinal) && part.LastIndexOf('$') is > 7 and int number)
        {
            return part["lambda$".Length..number];
        }

        int close = part.StartsWith('<') ? part.LastIndexOf('>') : -1;
        if (close > 0 && close + 1 < part.Length)
        {
            return part[1..close].TrimStart('<').TrimEnd('$', '>');
        }

        int end = part.AsSpan().IndexOfAny('`', '[', '@');
        return NumberedClass().Replace(end > 0 ? part[..end] : part, string.Empty);
    }

    /// <summary><c>main.(*Server).save.func1.2</c> is <c>main.(*Server).save</c>.</summary>
    private static string OfGoFunction(string name) => GoClosure().Replace(GoTypeArguments().Replace(name, string.Empty), string.Empty);

    /// <summary><c>shop::orders::save::{{closure}}::h0123456789abcdef</c> is <c>shop::orders::save</c>.</summary>
    private static string OfRustFunction(string name) => RustSuffix().Replace(name, string.Empty);

    private static string OfScript(string function, string file)
    {
        function = ScriptPrefix().Replace(function, string.Empty);
        int alias = function.IndexOf(" [as ", StringComparison.Ordinal);
        function = (alias > 0 ? function[..alias] : function).Replace(@"\\", @"\", StringComparison.Ordinal);
        return function.Length == 0 ? file : file.Length == 0 ? function : $"{function} ({file})";
    }

    /// <summary>Classes without a name: <c>OrderDao$1</c>.</summary>
    [GeneratedRegex(@"(?:\$\d+)+(?=\$|$)", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedClass();

    [GeneratedRegex(@"(?:\.(?:func|gowrap)?\d+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex GoClosure();

    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex GoTypeArguments();

    [GeneratedRegex(@"(?:::\{\{closure\}\}|::h[0-9a-f]{16})+$", RegexOptions.CultureInvariant)]
    private static partial Regex RustSuffix();

    /// <summary>How JavaScript and Ruby say what kind of a call it is.</summary>
    [GeneratedRegex(@"^(?:async |new |(?:block|rescue|ensure)(?: \(\d+ levels\))? in )+", RegexOptions.CultureInvariant)]
    private static partial Regex ScriptPrefix();
}
