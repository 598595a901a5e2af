using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>How Windows gives the levels of its events: as words, perhaps translated, and as numbers.</summary>
/// <remarks>
/// Source: Windows' <c>winmeta.xml</c> and <c>StandardEventLevel</c>; .NET's <c>EventLogEntryType</c>; what the Event Viewer shows in other
/// languages.
/// </remarks>
internal static class WindowsLevels
{
    private const int MaxTypeLength = 40;

    private static readonly WordTable<LogLevel> Numbers = new(
        (LogLevel.Critical, "1"),
        (LogLevel.Error, "2"),
        (LogLevel.Warning, "3"),
        (LogLevel.Information, "0 4"),
        (LogLevel.Trace, "5"));

    private static readonly WordTable<LogLevel> EntryTypes = new(
        (LogLevel.Error, "1 16 failureaudit auditfailure Überwachunggescheitert Échecdel’audit Errordeauditoría Falhadeauditoria Auditfout"),
        (LogLevel.Warning, "2"),
        (LogLevel.Information, "0 4 8 successaudit auditsuccess Überwachungerfolgreich Succèsdel’audit Auditoríacorrecta Sucessodaauditoria Auditgeslaagd"));

    private static readonly WordTable<LogLevel> Translations = new(
        (LogLevel.Critical, "Kritisch Kritiek Kritisk Kritiskt Critique Critico Crítico Krytyczny Krytyczne Kritický Критический Критическое 重大 关键 嚴重 위험"),
        (LogLevel.Error, "Fehler Fout Fel Fejl Feil Erreur Errore Erro Błąd Chyba Hiba Ошибка エラー 错误 錯誤 오류"),
        (LogLevel.Warning, "Warnung Waarschuwing Varning Advarsel Avertissement Avviso Advertencia Aviso Ostrzeżenie Upozornění Предупреждение 警告 경고"),
        (LogLevel.Information, "Informationen Informatie Informazioni Información Informações Informacje Informace Сведения 情報 信息 資訊 정보"),
        (LogLevel.Trace, "Ausführlich Uitgebreid Dettagliato Detallado Detalhado Pełne Подробности 詳細 详细"));

    /// <summary>The level that a word or a number from 0 to 5 stands for; unknown for any other.</summary>
    public static LogLevel Parse(ReadOnlySpan<byte> text) =>
        LevelNames.TryParse(text, out LogLevel level) || Numbers.TryFind(text, out level) || Translations.TryFind(text, out level) ? level : LogLevel.Unknown;

    /// <summary>The level of a type of event, by its name or number; unknown for any other.</summary>
    public static LogLevel ParseEntryType(ReadOnlySpan<byte> text)
    {
        if (text.Length is > 4 and <= MaxTypeLength && text.Contains((byte)' '))
        {
            // Of several words, as audits are called in exports.
            Span<byte> joined = stackalloc byte[MaxTypeLength];
            int length = 0;
            foreach (byte letter in text)
            {
                joined[length] = letter;
                length += letter == ' ' ? 0 : 1;
            }

            return EntryTypes.TryFind(joined[..length], out LogLevel audit) ? audit : LogLevel.Unknown;
        }

        return EntryTypes.TryFind(text, out LogLevel level) ? level : Parse(text);
    }
}
