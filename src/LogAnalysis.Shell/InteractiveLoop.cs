using System.Management.Automation.Language;

namespace LogAnalysis.Shell;

/// <summary>Reads commands at a prompt and runs them, until <c>exit</c> or the end of input.</summary>
internal sealed class InteractiveLoop(ShellSession session)
{
    /// <summary>Runs until the user leaves.</summary>
    /// <returns>The exit code: that of <c>exit N</c>, else 0.</returns>
    public int Run()
    {
        Console.WriteLine("LogAnalysis in the embedded PowerShell engine. 'Get-Command -Module LogAnalysis' lists its commands, 'exit' leaves.");
        while (ReadStatement() is string statement)
        {
            if (statement.Length > 0)
            {
                session.Run(statement);
            }

            if (session.ExitRequest is int code)
            {
                return code;
            }
        }

        return 0;
    }

    /// <summary>Reads lines until they make a whole statement; an empty line ends one that is not.</summary>
    private string? ReadStatement()
    {
        Console.Write($"LogAnalysis {session.Runspace.SessionStateProxy.Path.CurrentLocation}> ");
        string? text = Console.ReadLine();
        while (text is not null && IsIncomplete(text))
        {
            Console.Write(">> ");
            if (Console.ReadLine() is not { Length: > 0 } line)
            {
                break;
            }

            text += "\n" + line;
        }

        return text;
    }

    private static bool IsIncomplete(string text)
    {
        Parser.ParseInput(text, out _, out ParseError[] mistakes);
        return mistakes.Any(mistake => mistake.IncompleteInput);
    }
}
