using System.Security.Cryptography;
using System.Text;

namespace LogAnalysis.Reporting;

/// <summary>The page's style sheet, and the policy that lets the browser use it and nothing else.</summary>
internal static class HtmlStyle
{
    /// <summary>The style sheet.</summary>
    public static string Sheet { get; } = Load();

    /// <summary>What the browser may do with the page: nothing but apply this very style sheet.</summary>
    /// <remarks>Source: W3C, "Content Security Policy Level 3".</remarks>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet)))}'; base-uri 'none'; form-action 'none'";

    private static string Load()
    {
        using Stream stream = typeof(HtmlStyle).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
