namespace LogAnalysis.Files;

/// <summary>Reads files that are read as a whole: definitions, reports. What is at the path may be anything, too.</summary>
internal static class SmallTextFile
{
    /// <summary>Opens a file.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="maxBytes">No such file is larger.</param>
    /// <exception cref="LogFileException">It cannot be opened, is no file, or is larger.</exception>
    public static FileStream Open(string path, long maxBytes)
    {
        var file = new FileStream(LogFileHandle.Open(path), FileAccess.Read);
        if (file.Length <= maxBytes)
        {
            return file;
        }

        file.Dispose();
        throw new LogFileException(LogFileErrorKind.TooMuch, path, new IOException($"It is larger than {maxBytes >> 20} MiB."));
    }

    /// <summary>The text of a file, in UTF-8 or as its byte order mark says.</summary>
    /// <inheritdoc cref="Open"/>
    public static string ReadAll(string path, long maxBytes)
    {
        using var reader = new StreamReader(Open(path, maxBytes));
        return reader.ReadToEnd();
    }
}
