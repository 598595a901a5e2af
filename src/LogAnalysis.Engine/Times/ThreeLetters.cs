namespace LogAnalysis.Times;

/// <summary>Three letters as a number, by which names of months and weekdays are told apart at once.</summary>
internal static class ThreeLetters
{
    /// <summary>The letters in lower case, eight bits each; 0 if they are not three ASCII letters.</summary>
    public static int Pack(ReadOnlySpan<byte> name) =>
        name.Length == 3 && char.IsAsciiLetter((char)name[0]) && char.IsAsciiLetter((char)name[1]) && char.IsAsciiLetter((char)name[2])
            ? ((name[0] | 0x20) << 16) | ((name[1] | 0x20) << 8) | (name[2] | 0x20)
            : 0;
}
