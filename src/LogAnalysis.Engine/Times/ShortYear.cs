namespace LogAnalysis.Times;

/// <summary>Years of two digits.</summary>
/// <remarks>Source: POSIX, <c>strptime</c>, <c>%y</c>; computers with logs are younger than 1970.</remarks>
internal static class ShortYear
{
    private const int FirstOfLastCentury = 70;

    /// <summary>The year for which two digits stand.</summary>
    public static int Resolve(int year) => year < FirstOfLastCentury ? 2000 + year : 1900 + year;
}
