using LogAnalysis.Fields;
using LogAnalysis.Text;

namespace LogAnalysis.Parsing;

/// <summary>
/// The directives that follow each other at one place of a log: some say of all rows below what their times are, before or after the one that
/// declares the columns.
/// </summary>
internal sealed class DirectiveBlock
{
    private int _day;
    private bool _isLocal;

    /// <summary>Something else than a directive follows.</summary>
    public void End() => (_day, _isLocal) = (0, false);

    /// <summary>Reads a directive.</summary>
    /// <param name="line">The line.</param>
    /// <param name="columns">The columns that were declared before it.</param>
    /// <returns>The columns that it declares, or changes; null if it does neither.</returns>
    public ColumnLayout? Read(ReadOnlySpan<byte> line, ColumnLayout? columns)
    {
        if (ColumnDeclaration.ReadDirective(line, _isLocal) is ColumnLayout declared)
        {
            int day = _day > 0 ? _day : columns?.Day ?? 0;
            return declared.HasClockOnly ? declared.OfDay(day) : declared;
        }

        if (W3cDirective.TryReadValue(line, "Time Format"u8, out ReadOnlySpan<byte> zone))
        {
            _isLocal = zone.SequenceEqual("Local"u8);
        }

        if (!W3cDirective.TryReadValue(line, "Date"u8, out ReadOnlySpan<byte> date) || !TryReadDay(date, out _day))
        {
            return null;
        }

        return columns is { HasClockOnly: true } ? columns.OfDay(_day) : null;
    }

    /// <summary><c>2025-01-24</c>, whatever follows.</summary>
    private static bool TryReadDay(ReadOnlySpan<byte> date, out int day)
    {
        bool isDate = DigitReader.TryRead(date, 0, 4, out int year) & DigitReader.TryRead(date, 5, 2, out int month) & DigitReader.TryRead(date, 8, 2, out int ofMonth);
        bool isValid = isDate && year > 0 && month is >= 1 and <= 12 && ofMonth >= 1 && ofMonth <= DateTime.DaysInMonth(year, month);
        day = isValid ? new DateOnly(year, month, ofMonth).DayNumber : 0;
        return isValid;
    }
}
