using PuppeteerSharp.Media;

namespace LogAnalysis.Tests.Browser;

/// <summary>How a page is looked at.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Width">How wide the window is, in pixels of CSS.</param>
/// <param name="Height">How high.</param>
/// <param name="Scheme">The colour scheme that the user prefers: <c>light</c> or <c>dark</c>.</param>
/// <param name="Media">On a screen, or printed.</param>
internal sealed record BrowserView(string Name, int Width, int Height, string Scheme, MediaType Media = MediaType.Screen)
{
    public static BrowserView Light { get; } = new("light", 1280, 900, "light");

    public static BrowserView Dark { get; } = new("dark", 1280, 900, "dark");

    public static BrowserView Phone { get; } = new("phone", 390, 844, "light");

    public static BrowserView PhoneDark { get; } = new("phone-dark", 390, 844, "dark");

    /// <summary>A sheet of A4 at 96 dots an inch, less the margins.</summary>
    public static BrowserView Print { get; } = new("print", 718, 1047, "light", MediaType.Print);

    public static IReadOnlyList<BrowserView> All { get; } = [Light, Dark, Phone, PhoneDark, Print];

    public bool IsPhone => Width < 500;
}
