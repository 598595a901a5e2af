# What compare.ps1 measures. A job is a command of the module over a log, and the tools that do the same, or what people do instead.
#
# Command     the module's or another command of PowerShell, which runs in a session; {0} is the log
# Program     or a program, with Arguments, which runs as a process
# Answer      an expression that makes names and counts of the command's $result
# Convert     makes names and counts of what a program prints
# Asks        what the answer says: Lines, Errors, Entries (and warnings), Levels, Statuses, Timed (requests with a time)
# MaxRatio    how much of the tool's time the module may take, as it sets out to

$naive = Join-Path (Split-Path $PSScriptRoot) peers naive.py
$countColumn = '{ count[${0}]++ } END { for (word in count) print word, count[word] }'
$countBySql = ';select {0}, count(*) from {1} group by {0}'
$jqLevels = 'reduce inputs as $entry ({}; .[$entry["@l"] // "Information"] += 1) | to_entries[] | "\(.key) \(.value)"'

# Levels are upper case; words of stack traces, which stand in the same column, are not.
$upperCase = { param($text) $text -split "`n" -cnotmatch '[a-z]' -join "`n" }

# The report has statuses by class, each with a description: "404 - Not Found: ...".
$goAccess = {
    param($text)
    ($text | ConvertFrom-Json).status_codes.data.items | ForEach-Object { "$($_.data.Split(' ')[0]) $($_.hits.count)" }
}

$lines = @{ Name = 'wc -l'; Program = 'wc'; Arguments = '-l', '{0}'; Convert = { param($text) "Lines $text" }; Asks = 'Lines' }
$grep = @{ Arguments = '-c', 'ERROR', '{0}'; Convert = { param($text) "Errors $text" }; Asks = 'Errors' }
$levels = @{ Arguments = $countColumn.Replace('{0}', 3), '{0}'; Convert = $upperCase; Asks = 'Levels' }
$statuses = @{ Arguments = $countColumn.Replace('{0}', 9), '{0}'; Asks = 'Statuses' }
$python = @{ Name = 'Python, naive.py'; Program = 'python3' }

$summary = '"Lines=$($result.Lines) Entries=$($result.Entries) Errors=$($result.Errors) Warnings=$($result.Warnings) "'
$codes = '(@($result | ForEach-Object { "$($_.Code)=$($_.Count)" }) -join " ")'
$report = "$summary + (@(`$result.Levels | ForEach-Object { `"`$(`$_.Level)=`$(`$_.Count) `" }) -join '') + " + $codes.Replace('$result |', '$result.StatusCodes |')
$reportAsks = 'Lines', 'Errors', 'Entries', 'Levels', 'Statuses'

@(
    @{
        Name = 'errors'; Log = 'app.log'; Command = "Measure-LogErrors '{0}'"; Answer = $summary; Asks = 'Lines', 'Errors', 'Entries'
        Tools = @(
            $lines
            $grep + @{ Name = 'grep -c ERROR'; Program = 'grep'; MaxRatio = 1.0 }
            $grep + @{ Name = 'rg -c ERROR'; Program = 'rg' }
            $levels + @{ Name = 'gawk, levels by $3'; Program = 'gawk' }
            $levels + @{ Name = 'mawk, levels by $3'; Program = 'mawk' }
            # A script as everybody writes it: it takes any number of three digits for a status.
            $python + @{ Arguments = $naive, '{0}', '\b(\d{3})\b'; Asks = 'Errors'; MaxRatio = 0.04 }
            @{ Name = 'Select-String -Path'; Command = "(Select-String ERROR -Path '{0}').Count"; Answer = '"Errors=$result"'; Asks = 'Errors'; MaxRatio = 0.15 }
        )
    }
    @{
        Name = 'syslog-errors'; Log = 'syslog.log'; Command = "Measure-LogErrors '{0}'"; Answer = $summary; Asks = 'Lines', 'Errors', 'Entries'
        Tools = @(
            @{ Name = 'grep -ci error'; Program = 'grep'; Arguments = '-ci', 'error', '{0}'; Convert = $grep.Convert; Asks = 'Errors'; MaxRatio = 1.5 }
            @{ Name = 'rg -ci error'; Program = 'rg'; Arguments = '-ci', 'error', '{0}'; Convert = $grep.Convert; Asks = 'Errors' }
        )
    }
    @{
        Name = 'statuses'; Log = 'access.log'; Command = "Get-LogStatusCode '{0}' -Summary"; Answer = $codes; Asks = 'Statuses'
        Tools = @(
            $lines
            $statuses + @{ Name = 'gawk, statuses by $9'; Program = 'gawk' }
            $statuses + @{ Name = 'mawk, statuses by $9'; Program = 'mawk'; MaxRatio = 0.2 }
            @{
                Name = 'lnav, SQL over statuses'; Program = 'lnav'; Asks = 'Statuses'
                Arguments = '-n', '-c', ($countBySql -f 'sc_status', 'access_log'), '-c', ':write-csv-to -', '{0}'
            }
            $python + @{ Arguments = $naive, '{0}', '" (\d{3}) '; Asks = 'Statuses' }
        )
    }
    @{
        Name = 'access-report'; Log = 'access.log'; Command = "Get-LogReport '{0}'"; Answer = $report; Asks = $reportAsks
        Tools = @(
            @{
                Name = 'goaccess, JSON report'; Program = 'goaccess'; Convert = $goAccess; Asks = 'Statuses'; MaxRatio = 0.0125
                Arguments = '{0}', '--log-format=COMBINED', '-o', 'json', '--no-progress'
            }
        )
    }
    @{
        Name = 'times-by-url'; Log = 'timed.log'; Command = "Measure-LogField '{0}' Duration -By Url -Top 100000"; Asks = 'Timed'
        Answer = '"Timed=$(($result | Measure-Object Count -Sum).Sum)"'
        Tools = @(
            # Adds up only: it has no percentiles.
            @{
                Name = 'mawk, sums by $7'; Program = 'mawk'; Asks = 'Timed'; MaxRatio = 0.2; Convert = { param($text) $text -split "`n" -like 'Timed *' }
                Arguments = '$NF ~ /^[0-9.]+$/ { sum[$7] += $NF; count++ } END { print "Timed", count; for (url in sum) print url, sum[url] }', '{0}'
            }
        )
    }
    @{
        Name = 'app-report'; Log = 'app.log'; Command = "Get-LogReport '{0}'"; Answer = $report; Asks = $reportAsks
        Tools = @(
            @{
                Name = 'lnav, SQL over levels'; Program = 'lnav'; Asks = 'Levels'; MaxRatio = 0.15
                Arguments = '-n', '-c', ($countBySql -f 'log_level', 'all_logs'), '-c', ':write-csv-to -', '{0}'
            }
        )
    }
    @{
        Name = 'json-report'; Log = 'app.jsonl'; Command = "Get-LogReport '{0}'"; Answer = $report; Asks = $reportAsks
        Tools = @(
            @{ Name = 'jq, levels by @l'; Program = 'jq'; Arguments = '-n', '-r', $jqLevels, '{0}'; Asks = 'Levels'; MaxRatio = 0.03 }
        )
    }
    @{
        Name = 'pipeline'; Log = 'app-part.log'; Command = "Get-LogEntry '{0}' | Measure-LogErrors"; Answer = $summary; Asks = 'Lines', 'Errors', 'Entries'
        Tools = @(
            @{
                Name = 'Get-Content|Select-String'; Asks = 'Errors'; MaxRatio = 0.1
                Command = "(Get-Content '{0}' | Select-String ERROR).Count"; Answer = '"Errors=$result"'
            }
        )
    }
)
