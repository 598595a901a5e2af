using System.Text.Json;

namespace LogAnalysis.Tests.Browser;

/// <summary>Something that a browser tells of itself.</summary>
/// <param name="Session">The tab that it happened in; null for the browser itself.</param>
/// <param name="Method">What happened.</param>
/// <param name="Parameters">All about it.</param>
internal sealed record BrowserEvent(string? Session, string Method, JsonElement Parameters);
