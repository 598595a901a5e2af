namespace LogAnalysis.Text;

/// <summary>Makes exceptions fit to be the inner ones of an error: PowerShell prints those as they are, and the system's name the path.</summary>
internal static class SafeCause
{
    /// <summary>The exception itself, or, where a terminal would obey its message, one that says the same in escapes.</summary>
    public static Exception? Of(Exception? cause)
    {
        string? message = ControlCharacters.EscapeControlCharacters(cause?.Message);
        return ReferenceEquals(message, cause?.Message) ? cause : new IOException(message, cause!.HResult);
    }
}
