using System.Buffers;
using LogAnalysis.Text;

namespace LogAnalysis.Fields;

/// <summary>
/// What PostgreSQL puts before a message, two spaces after its colon: a severity, in the language of the server, or a word that marks the
/// line as a further part of the message before it. Whatever <c>log_line_prefix</c> says may be before that.
/// </summary>
/// <remarks>
/// Source: PostgreSQL documentation, "Error Reporting and Logging", table "Message Severity Levels", and <c>log_error_verbosity</c>; the
/// translations of the server's messages.
/// </remarks>
internal static class PostgresHeader
{
    /// <summary>How far after the time it can be: a configured prefix may name user, database and host.</summary>
    private const int Reach = 200;

    private static readonly SearchValues<byte> BeforeNames = SearchValues.Create(" :]>|,"u8);

    private static readonly WordTable<LogLevel> Severities = new(
        (LogLevel.Debug, "DEBUG DEBUG1 DEBUG2 DEBUG3 DEBUG4 DEBUG5 LADĚNÍ ОТЛАДКА НАЛАГОДЖЕННЯ გამართვა 디버그 调试 除錯"),
        (LogLevel.Information, "LOG LOGG DZIENNIK СООБЩЕНИЕ ЗАПИСУВАННЯ ჟურნალი 로그 日志 日誌 INFO INFORMACJA BİLGİ ИНФОРМАЦИЯ ІНФОРМАЦІЯ ინფორმაცია 정보 信息 資訊"),
        (LogLevel.Notice, "NOTICE HINWEIS NOTIFICA NOTIS UWAGA NOTA NOT UPOZORNĚNÍ ЗАМЕЧАНИЕ ПОВІДОМЛЕННЯ 알림 注意"),
        (LogLevel.Warning, "WARNING WARNUNG ATTENTION ATTENZIONE VARNING OSTRZEŻENIE AVISO UYARI VAROVÁNÍ ПРЕДУПРЕЖДЕНИЕ ПОПЕРЕДЖЕННЯ გაფრთხილება 경고 警告"),
        (LogLevel.Error, "ERROR FEHLER ERREUR ERRORE FEL BŁĄD ERRO HATA CHYBA ОШИБКА ПОМИЛКА შეცდომა 오류 错误 錯誤 エラー"),
        (LogLevel.Critical, "FATAL FATALE FATALT KATASTROFALNY ÖLÜMCÜL FATÁLNÍ ВАЖНО ФАТАЛЬНО ფატალური 치명적오류 致命错误 嚴重錯誤 "
            + "PANIC PANIK PANICO PANIKA PÂNICO KRİTİK ПАНИКА ПАНІКА პანიკა 손상 比致命错误还过分的错误"));

    private static readonly WordTable<bool> Parts = new((true,
        "DETAIL DETALLE DÉTAIL DETTAGLI DETALJ SZCZEGÓŁY DETALHE AYRINTI ПОДРОБНОСТИ ВІДОМОСТІ დეტალები 상세정보 详细信息 詳細 "
        + "HINT TIPP ASTUCE SUGGERIMENTO TIPS PODPOWIEDŹ DICA İPUCU DOPORUČENÍ ПОДСКАЗКА УКАЗІВКА მინიშნება 힌트 提示 ヒント "
        + "QUERY ANFRAGE CONSULTA REQUÊTE FRÅGA ZAPYTANIE SORGU DOTAZ ЗАПРОС ЗАПИТ მოთხოვნა 쿼리 查询 查詢 問い合わせ "
        + "CONTEXT ZUSAMMENHANG CONTEXTO CONTEXTE CONTESTO KONTEXT KONTEKST ORTAM КОНТЕКСТ კონტექსტი 내용 上下文 內容 文脈 "
        + "STATEMENT ANWEISUNG SENTENCIA INSTRUCTION ISTRUZIONE SATS WYRAŻENIE COMANDO KOMUT PŘÍKAZ ОПЕРАТОР ІНСТРУКЦІЯ ოპერატორი 구문 语句 陳述式 文 "
        + "LOCATION ORT UBICACIÓN EMPLACEMENT POSIZIONE PLATS LOKALIZACJA LOCAL YER POZICE 場所 "
        + "BACKTRACE D'APPEL СТЕК ВІДСТЕЖУВАТИ სტეკი 역추적 バックトレース"));

    /// <summary>Looks for such a word.</summary>
    /// <param name="line">The line.</param>
    /// <param name="start">Where its header begins, after the time.</param>
    /// <param name="level">Receives the level that the severity stands for.</param>
    /// <param name="message">Receives where the message begins.</param>
    public static PostgresLine Find(ReadOnlySpan<byte> line, int start, out LogLevel level, out int message)
    {
        ReadOnlySpan<byte> header = line[start..Math.Min(line.Length, start + Reach)];
        int colon = header.IndexOf(":  "u8);
        message = start + colon + 3;
        level = LogLevel.Information;
        if (colon <= 0)
        {
            return PostgresLine.None;
        }

        // French has a space before the colon.
        ReadOnlySpan<byte> name = header[..colon].TrimEnd((byte)' ');
        ReadOnlySpan<byte> word = name[(name.LastIndexOfAny(BeforeNames) + 1)..];
        if (word.ContainsAnyInRange((byte)'a', (byte)'z'))
        {
            return PostgresLine.None;
        }

        return Severities.TryFind(word, out level) ? PostgresLine.Message
            : Parts.Contains(word) ? PostgresLine.Part
            : PostgresLine.None;
    }
}
