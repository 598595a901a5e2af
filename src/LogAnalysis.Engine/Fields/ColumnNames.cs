using System.Text;
using LogAnalysis.Model;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>What the names of a table's columns stand for.</summary>
internal static class ColumnNames
{
    private static readonly string[] UtcMarks = ["_[utc]", "_(utc)", "_utc"];

    /// <summary>What holds the message in a table without a column of that name, the best first.</summary>
    private static readonly string[] OtherMessages =
        ["_raw", "line", "text", "description", "rendereddescription", "event_message", "details", "content", "summary", "event", "log"];

    /// <summary>The columns of the Event Viewer in other languages, and those that may hold a level where no other does.</summary>
    private static readonly WordTable<FieldKind> Translations = new(
        (FieldKind.WindowsLevel, "ebene niveau nivel nível livello poziom úroveň nivå уровень レベル 级别 수준"),
        (FieldKind.Tags, "type typ entry_type event_type eventtype"),
        (FieldKind.Timestamp, "datum_und_uhrzeit date_et_heure fecha_y_hora data_e_hora data_e_ora datum_en_tijd data_i_godzina datum_a_čas datum_och_tid дата_и_время 日付と時刻 日期和时间"));

    /// <summary>Only exports of Windows' events have them.</summary>
    private static readonly HashSet<string> OfWindows =
        ["leveldisplayname", "providername", "providerid", "logname", "timecreated", "opcodedisplayname", "taskdisplayname", "task_category"];

    /// <summary>What the Event Viewer exports of audits in place of a level: whether they succeeded.</summary>
    private static readonly HashSet<string> Keywords =
        ["keywords", "schlüsselwörter", "mots_clés", "palabras_clave", "palavras-chave", "parole_chiave", "trefwoorden", "słowa_kluczowe"];

    /// <summary>A name in lower case, with underscores for spaces, and without what surrounds it.</summary>
    public static string Normalize(string name) => name.Trim(' ', '"', '\uFEFF').Replace(' ', '_').ToLowerInvariant();

    /// <summary>Whether a normalized name says that the time in its column is UTC.</summary>
    public static bool IsUtc(string name) => Array.Exists(UtcMarks, mark => name.EndsWith(mark, StringComparison.Ordinal));

    /// <summary>What each of the columns holds.</summary>
    /// <param name="format">The format of the rows.</param>
    /// <param name="names">The normalized names.</param>
    public static FieldKind[] FindKinds(TabularFormat format, string[] names)
    {
        FieldKind[] kinds = [.. names.Select(format.KindOf)];
        if (!kinds.Contains(FieldKind.Message) && Array.Find(OtherMessages, names.Contains) is string other && format.TakesOtherMessages)
        {
            kinds[Array.IndexOf(names, other)] = FieldKind.Message;
        }

        if (names.Any(OfWindows.Contains))
        {
            kinds = [.. kinds.Select(kind => kind == FieldKind.Level ? FieldKind.WindowsLevel : kind)];
        }

        if (Array.FindIndex(names, Keywords.Contains) is >= 0 and int keywords && names.Any(IsViewersTime) && !kinds.Any(kind => kind is FieldKind.Level or FieldKind.WindowsLevel))
        {
            kinds[keywords] = FieldKind.WindowsEntryType;
        }

        return kinds;
    }

    /// <summary>What a name stands for, with hyphens or underscores.</summary>
    public static FieldKind Find(string name)
    {
        string plain = Array.Find(UtcMarks, mark => name.EndsWith(mark, StringComparison.Ordinal)) is string utc ? name[..^utc.Length] : name;
        FieldKind kind = FindExact(plain);
        kind = kind == FieldKind.None ? FindExact(plain.Replace('_', '-')) : kind;
        kind = kind == FieldKind.None ? FindExact(plain.Replace('-', '_')) : kind;
        return kind == FieldKind.None && Translations.TryFind(Encoding.UTF8.GetBytes(plain), out FieldKind translated) ? translated : kind;
    }

    /// <summary>The columns that hold date and time of day, where these are two; -1 for both where they are not.</summary>
    public static (int Date, int Time) FindTimeParts(string[] names)
    {
        // The log says that these are local, which is better than a time of which it is not known.
        string[] dates = [.. names.Where(name => name == "date-local"), .. names.Where(IsDate)];
        foreach (string date in dates)
        {
            int time = Array.IndexOf(names, date.Replace("date", "time", StringComparison.Ordinal));
            if (time >= 0)
            {
                return (Array.IndexOf(names, date), time);
            }
        }

        return (-1, -1);
    }

    private static bool IsViewersTime(string name) => name == "date_and_time" || (Translations.TryFind(Encoding.UTF8.GetBytes(name), out FieldKind kind) && kind == FieldKind.Timestamp);

    private static bool IsDate(string name) =>
        name == "date" || name.EndsWith("_date", StringComparison.Ordinal) || name.EndsWith("-date", StringComparison.Ordinal);

    private static FieldKind FindExact(string name)
    {
        FieldKind kind = FieldNames.Find(Encoding.UTF8.GetBytes(name));
        return kind == FieldKind.WindowsTime ? FieldKind.Timestamp : kind;
    }
}
