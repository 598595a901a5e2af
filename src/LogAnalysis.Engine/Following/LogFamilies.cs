using LogAnalysis.Files;

namespace LogAnalysis.Following;

/// <summary>
/// Orders paths whose names say that they are files of one log: yesterday's and today's, or the rotated files of a log that is not there. What was
/// written before a file appeared comes before what is in it.
/// </summary>
internal static class LogFamilies
{
    /// <summary>Orders paths that have just appeared, and lets each wait for the one before it.</summary>
    /// <param name="paths">All paths.</param>
    /// <param name="from">Where the new ones begin.</param>
    public static void Order(List<ScheduledPath> paths, int from)
    {
        foreach (IGrouping<string, int> family in Enumerable.Range(0, paths.Count).GroupBy(index => NameOf(paths[index]), FileNames.Comparer))
        {
            int[] appeared = [.. family.Where(index => index >= from)];
            if (appeared.Length == 0 || (appeared.Length == 1 && family.Count() == 1))
            {
                continue;
            }

            Member[] known = [.. family.Where(index => index < from).Select(index => new Member(paths[index]))];
            Member[] ordered = [.. appeared.Select(index => new Member(paths[index])).Order()];
            Member? earlier = known.Max();
            for (int i = 0; i < ordered.Length; i++)
            {
                paths[appeared[i]] = ordered[i].Path;
                if (earlier is not null)
                {
                    ordered[i].Path.WaitFor(earlier.Path, earlier.Length);
                }

                earlier = ordered[i];
            }
        }
    }

    private static string NameOf(ScheduledPath path) => RotatedName.Originals(path.Path.Path).FirstOrDefault(path.Path.Path);

    private sealed class Member(ScheduledPath path) : IComparable<Member>
    {
        private readonly FileInfo _file = new(path.Path.Path);

        public ScheduledPath Path => path;

        public long Length => _file.Exists ? _file.Length : 0;

        public int CompareTo(Member? other)
        {
            if (other is null)
            {
                return 1;
            }

            int order = _file.LastWriteTimeUtc.CompareTo(other._file.LastWriteTimeUtc);
            order = order != 0 ? order : RotatedName.Generation(other._file.Name).CompareTo(RotatedName.Generation(_file.Name));
            return order != 0 ? order : string.CompareOrdinal(_file.Name, other._file.Name);
        }
    }
}
