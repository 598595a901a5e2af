namespace LogAnalysis.Reporting.Comparing;

/// <summary>The regularized incomplete beta function, of which the tails of the binomial distribution are made.</summary>
/// <remarks>Sources: NIST, Digital Library of Mathematical Functions, 8.17.22 (continued fraction) and 5.11.1 (Stirling's series).</remarks>
internal static class IncompleteBeta
{
    private const int MaxTerms = 100_000;
    private const double Precision = 1e-14;
    private const double Tiny = 1e-300;

    /// <summary>From here on, Stirling's series is exact to more digits than a double has.</summary>
    private const double StirlingFrom = 15;

    /// <summary>I(x; a, b), 0 to 1.</summary>
    public static double Regularized(double x, double a, double b)
    {
        if (x <= 0 || x >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        double factor = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x)));

        // The fraction converges fast on one side of the mean only.
        return x < (a + 1) / (a + b + 2) ? factor * Fraction(x, a, b) / a : 1 - (factor * Fraction(1 - x, b, a) / b);
    }

    /// <summary>The continued fraction, by Lentz's method.</summary>
    private static double Fraction(double x, double a, double b)
    {
        double c = 1;
        double d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        double result = d;
        for (int m = 1; m < MaxTerms; m++)
        {
            double even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            double odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            Step(even);
            double change = Step(odd);
            if (Math.Abs(change - 1) < Precision)
            {
                break;
            }
        }

        return result;

        double Step(double numerator)
        {
            d = 1 / NotZero(1 + (numerator * d));
            c = NotZero(1 + (numerator / c));
            result *= c * d;
            return c * d;
        }
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    private static double LogGamma(double x)
    {
        double shift = 0;
        for (; x < StirlingFrom; x++)
        {
            shift -= Math.Log(x);
        }

        double inverse = 1 / (x * x);
        double series = (1.0 / 12) - (inverse * ((1.0 / 360) - (inverse * ((1.0 / 1260) - (inverse / 1680)))));
        return shift + ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + (series / x);
    }
}
