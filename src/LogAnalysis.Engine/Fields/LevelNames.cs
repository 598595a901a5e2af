using System.Text;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>The words that logs use for levels, those of <c>java.util.logging</c> in other languages too.</summary>
internal static class LevelNames
{
    private static readonly (LogLevel Level, string Names)[] Rows =
    [
        (LogLevel.Trace, "trace trc trce trac verbose vrb log_trace verb finest finer fine silly subdebug ddebug"),
        (LogLevel.Debug, "debug dbg dbug debu config log_debug отладка ОТЛАДКА Отладка デバッグ 调试"),
        (LogLevel.Information, "info inf information informational success ok log infos INFORMACIÓN informazioni INFORMAÇÕES log_info informação informações información informatie informacja informacje ИНФОРМАЦИЯ Информация информация 情報 信息 정보"),
        (LogLevel.Notice, "notice noti note log_notice"),
        (LogLevel.Warning, "warn wrn warning warni deprecation warnung avertissement advertencia avvertenza ADVERTÊNCIA предупреждение ПРЕДУПРЕЖДЕНИЕ Предупреждение log_warning log_warn attention achtung attenzione waarschuwing aviso ostrzeżenie OSTRZEŻENIE varning varování VAROVÁNÍ uyarı UYARI advarsel 警告 경고"),
        (LogLevel.Error, "error err erro eror severe failure fail fehler erreur errore grave schwerwiegend ernstig errs ошибка ОШИБКА Ошибка fout błąd BŁĄD chyba fel hata 严重 심각 错误 錯誤 エラー 오류 log_err log_error"),
        (LogLevel.Critical, "critical crit crt criti fatal fata ftl fatalerror emergency emerg emrg alert alrt panic pani dpanic fatal_error log_crit log_alert log_emerg kritisch critique crítico CRÍTICO critico kritiek krytyczny КРИТИЧЕСКИЙ Критический критический критично 重大"),
    ];

    private static readonly WordTable<LogLevel> Words = new(Rows);

    /// <summary>Names that are words of prose first of all.</summary>
    private static readonly WordTable<bool> Common = new((true, "success ok log"));

    /// <summary>Names that in capitals are words of prose too.</summary>
    private static readonly WordTable<bool> Ambiguous = new((true, "success ok log config fine verb grave deprecation"));

    private static readonly WordTable<LogLevel> Labels = new([.. Rows.Select(row => (row.Level, string.Join(' ', row.Names.Split(' ').Where(IsLabel))))]);

    /// <summary>Names that begin sentences more often than they are levels without a mark behind them.</summary>
    private static readonly WordTable<bool> SentenceWords = new((true, "success ok log config fine verb grave note alert attention fail failure panic severe emergency deprecation"));

    /// <summary>
    /// The level that a word names, whatever its case, with spaces around it or not. What follows it and grades it is skipped: <c>DEBUG2</c>,
    /// <c>ERROR+4</c>.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> word, out LogLevel level)
    {
        // Hardly any word needs it.
        if (!word.IsEmpty && (word[^1] <= '9' || word[0] == ' '))
        {
            word = word.Trim((byte)' ').TrimEnd("0123456789"u8).TrimEnd("+-"u8);
        }

        return Words.TryFind(word, out level);
    }

    /// <summary>Whether a word that names a level counts only in capitals or brackets, even before a colon.</summary>
    public static bool IsCommon(ReadOnlySpan<byte> word) => Common.Contains(word);

    /// <summary>Whether a word that names a level counts only where a mark closes it, even in capitals: <c>LOG rotation failed</c> says no level.</summary>
    public static bool IsAmbiguous(ReadOnlySpan<byte> word) => Ambiguous.Contains(word);

    /// <summary>Whether a word that names a level counts only in capitals or where a mark closes it: <c>Alert manager started</c> says no level.</summary>
    public static bool BeginsSentences(ReadOnlySpan<byte> word) => SentenceWords.Contains(word);

    /// <summary>The level that a single letter stands for, as many short formats have it.</summary>
    public static bool TryParseLetter(ReadOnlySpan<byte> word, out LogLevel level)
    {
        level = word.Length != 1 ? LogLevel.Unknown : word[0] switch
        {
            (byte)'T' or (byte)'V' => LogLevel.Trace,
            (byte)'D' => LogLevel.Debug,
            (byte)'I' => LogLevel.Information,
            (byte)'N' => LogLevel.Notice,
            (byte)'W' => LogLevel.Warning,
            (byte)'E' => LogLevel.Error,
            (byte)'C' or (byte)'F' or (byte)'A' => LogLevel.Critical,
            _ => LogLevel.Unknown,
        };
        return level != LogLevel.Unknown;
    }

    /// <summary>The level of a word of letters that can be nothing else at the beginning of a text in capitals: no word of prose, and no method of HTTP.</summary>
    public static bool TryParseLabel(ReadOnlySpan<byte> word, out LogLevel level) => Labels.TryFind(word, out level);

    /// <summary>Like <see cref="TryParse"/>, but only for a word in capitals: <c>ERROR</c> in running text is rare.</summary>
    public static bool TryParseCapitals(ReadOnlySpan<byte> word, out LogLevel level)
    {
        level = LogLevel.Unknown;
        return !word.ContainsAnyInRange((byte)'a', (byte)'z') && TryParse(word, out level);
    }

    private static bool IsLabel(string name) => !Ambiguous.Contains(Encoding.UTF8.GetBytes(name)) && !HttpMethods.Contains(Encoding.UTF8.GetBytes(name.ToUpperInvariant()));
}
