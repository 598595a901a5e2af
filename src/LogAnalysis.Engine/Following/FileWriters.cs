using System.Globalization;
using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// Knows which files other processes hold open to write to them: on Linux only, and of processes that the user may look into. Finding out
/// takes some milliseconds, so what was found is kept for a while.
/// </summary>
internal sealed class FileWriters
{
    private const int MaxAge = 60_000;
    private const int MinInterval = 5_000;

    /// <summary>The bits of the flags of an open file that say whether it is written: <c>O_WRONLY</c> and <c>O_RDWR</c>.</summary>
    private const int WriteFlags = 3;

    private HashSet<FileIdentity> _written = [];
    private long? _time;

    /// <summary>Whether somebody may still write to a file that has been quiet for long.</summary>
    /// <param name="file">The file.</param>
    /// <param name="lastRead">When it last had something new, in the time of <see cref="Environment.TickCount64"/>.</param>
    /// <param name="open">All files that are followed.</param>
    public bool MayWrite(FileIdentity file, long lastRead, IEnumerable<FileIdentity> open)
    {
        long now = Environment.TickCount64;
        if (_time is not long time || time <= lastRead || now - time > MaxAge)
        {
            if (now - _time < MinInterval)
            {
                return true;
            }

            _written = Find([.. open]);
            _time = now;
        }

        return _written.Contains(file);
    }

    private static HashSet<FileIdentity> Find(HashSet<FileIdentity> files)
    {
        HashSet<FileIdentity> written = [];
        if (!OperatingSystem.IsLinux())
        {
            return written;
        }

        string own = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        foreach (string process in Entries("/proc", Directory.GetDirectories).Where(process => Path.GetFileName(process) is [>= '0' and <= '9', ..] name && name != own))
        {
            foreach (string open in Entries(Path.Join(process, "fd"), Directory.GetFiles))
            {
                if (FileIdentity.Of(open) is FileIdentity file && files.Contains(file) && IsWritten(process, open))
                {
                    written.Add(file);
                }
            }
        }

        return written;
    }

    private static bool IsWritten(string process, string open)
    {
        const string Flags = "flags:";
        try
        {
            string? line = File.ReadLines(Path.Join(process, "fdinfo", Path.GetFileName(open))).FirstOrDefault(line => line.StartsWith(Flags, StringComparison.Ordinal));
            return line is not null && (Convert.ToInt32(line[Flags.Length..].Trim(), fromBase: 8) & WriteFlags) != 0;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or FormatException)
        {
            return false;
        }
    }

    private static string[] Entries(string folder, Func<string, string[]> list)
    {
        try
        {
            return list(folder);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
