namespace LogAnalysis.Bench.Generating;

/// <summary>The access log of a web server in Apache's combined format. Of 10,000 lines, two are broken, as they are in real logs.</summary>
internal sealed class AccessLog : ILogSource
{
    private static readonly int[] RandomStatuses = [201, 204, 302, 400, 401, 403, 404, 429, 500, 502, 503, 504];

    private readonly Dice _dice = new(4);
    private readonly WebSite _site;
    private readonly LogClock _clock;
    private readonly Skewed<byte[]> _agents = new(UserAgents.All);

    /// <summary>Begins the log.</summary>
    public AccessLog()
    {
        _site = new WebSite(_dice);
        _clock = new LogClock(_dice, longestStep: 500, "dd/MMM/yyyy:HH:mm:ss");
    }

    /// <inheritdoc/>
    public void WriteEntry(LogOutput output, TruthCounter truth)
    {
        _clock.Advance();
        if (_dice.Happens(2))
        {
            WriteBroken(output, truth);
            return;
        }

        WebPage page = _site.AllPages.Pick(_dice);
        int status = _dice.Happens(500) ? _dice.Pick(RandomStatuses) : page.Status;
        WriteBeginning(output);
        WriteRequest(output, page);
        WriteAnswer(output, page, status);
        WriteReferrer(output);
        WriteAgent(output);
        truth.Add(LevelOf(status), status: status);
    }

    private static LogLevel LevelOf(int status) => status switch
    {
        >= 500 => LogLevel.Error,
        >= 400 => LogLevel.Warning,
        _ => LogLevel.Information,
    };

    /// <summary>Writes what stands before the request: client, user and time.</summary>
    private void WriteBeginning(LogOutput output)
    {
        output.Write(_site.AllVisitors.Pick(_dice));
        output.Write(_dice.Happens(100) ? " - maria ["u8 : " - - ["u8);
        output.Write(_clock.Second);
        output.Write(" +0000] \""u8);
    }

    private void WriteRequest(LogOutput output, WebPage page)
    {
        output.Write(page.Request);
        switch (_dice.Below(10))
        {
            case 0:
                output.Write("?id="u8);
                output.WriteNumber(_dice.Below(1_000_000));
                break;
            case 1:
                output.Write("?page="u8);
                output.WriteNumber(1 + _dice.Below(50));
                output.Write("&sort=price"u8);
                break;
            case 2:
                output.Write("?utm_source=letter&session="u8);
                output.WriteHex(_dice.Next(), digits: 16);
                break;
        }

        output.Write(_dice.Happens(1000) ? " HTTP/2.0\" "u8 : " HTTP/1.1\" "u8);
    }

    private void WriteAnswer(LogOutput output, WebPage page, int status)
    {
        output.WriteNumber(status);
        if (page.Size == 0 || status is 204 or 304)
        {
            output.Write(" -"u8);
            return;
        }

        output.Write(" "u8);
        output.WriteNumber(page.Size + _dice.Below(500));
    }

    private void WriteReferrer(LogOutput output)
    {
        switch (_dice.Below(10))
        {
            case < 4:
                output.Write(" \"-\" \""u8);
                break;
            case < 9:
                output.Write(" \"https://shop.example.com"u8);
                ReadOnlySpan<byte> request = _site.AllPages.Pick(_dice).Request;
                output.Write(request[(request.IndexOf((byte)' ') + 1)..]);
                output.Write("\" \""u8);
                break;
            default:
                output.Write(" \"https://search.example.org/?q=chair+"u8);
                output.WriteNumber(_dice.Below(1000));
                output.Write("\" \""u8);
                break;
        }
    }

    private void WriteAgent(LogOutput output)
    {
        output.Write(_agents.Pick(_dice));
        output.Write(_dice.Happens(20) ? " \\\"quoted\\\" 500 \"\n"u8 : "\"\n"u8);
    }

    private void WriteBroken(LogOutput output, TruthCounter truth)
    {
        switch (_dice.Below(5))
        {
            case 0:
                WriteBeginning(output);
                output.Write("GET /products/cut-o\n"u8);
                truth.Add(LogLevel.Unknown);
                break;
            case 1:
                output.Write("[error] 503 objects of the cache are lost\n"u8);
                truth.Add(LogLevel.Error);
                break;
            case 2:
                output.Write("log file turned over\n"u8);
                truth.Add(LogLevel.Unknown);
                break;
            case 3:
                WriteBeginning(output);
                output.Write("\\x16\\x03\\x01\\x02\" 400 226 \"-\" \"-\"\n"u8);
                truth.Add(LogLevel.Warning, status: 400);
                break;
            default:
                WriteBeginning(output);
                output.Write("-\" 408 - \"-\" \"-\"\n"u8);
                truth.Add(LogLevel.Warning, status: 408);
                break;
        }
    }
}
