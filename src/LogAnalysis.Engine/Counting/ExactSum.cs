namespace LogAnalysis.Counting;

/// <summary>
/// The sum of numbers, the same in whatever order they come. Numbers are summed in billionths, without rounding; what is too large or too fine for
/// that is summed as it is.
/// </summary>
internal struct ExactSum
{
    private const double Scale = 1e9;
    private const double MaxWhole = 9e6;

    /// <summary>Integers up to here fit into 64 bits, and sums of many of them in billionths into 128.</summary>
    private const double MaxInteger = 9e18;

    private Int128 _billionths;
    private double _rest;

    /// <summary>Adds a number.</summary>
    public void Add(double number)
    {
        double scaled = Math.Round(number * Scale);
        if (Math.Abs(number) <= MaxWhole && Math.Abs((scaled / Scale) - number) <= 0)
        {
            _billionths += (long)scaled;
        }
        else if (Math.Abs(number) < MaxInteger && number == Math.Truncate(number))
        {
            _billionths += (Int128)(long)number * (long)Scale;
        }
        else
        {
            _rest += number;
        }
    }

    /// <summary>Adds another sum.</summary>
    public void Add(in ExactSum other)
    {
        _billionths += other._billionths;
        _rest += other._rest;
    }

    /// <summary>The sum.</summary>
    public readonly double ToDouble()
    {
        Int128 scale = (Int128)(long)Scale;
        Int128 whole = _billionths / scale;
        return (double)whole + ((double)(_billionths - (whole * scale)) / Scale) + _rest;
    }
}
