# What commands tell of what they read: with -Verbose, and where a span of time has nothing.
BeforeAll {
    . $PSScriptRoot/Support.ps1
    Enter-NewFolder
    $null = New-Log app.log '2025-01-24 07:00:00 INFO one', '2025-01-24 07:30:00 ERROR two', '  at a.b', '2025-01-24 08:00:00 INFO three'
    $null = New-Log old.log '2025-01-23 07:00:00 INFO old'
    $null = New-Log timeless.log 'no time', 'no time either'
    $null = New-Log empty.log

    # How each command reads, to its end.
    $reading = @{
        'Get-LogEntry' = 'Get-LogEntry'
        'Get-LogEntry, the last ones' = 'Get-LogEntry -Tail 9'
        'Get-LogEntry, what is around' = 'Get-LogEntry -Context 1'
        'Get-LogEntry, merged' = 'Get-LogEntry -Merge'
        'Watch-LogFile' = 'Watch-LogFile -NoFollow'
        'Watch-LogFile, whole entries' = 'Watch-LogFile -NoFollow -Multiline'
        'Measure-LogErrors' = 'Measure-LogErrors'
        'Measure-LogErrors, over all' = 'Measure-LogErrors -Total'
        'Measure-LogErrors, by window' = 'Measure-LogErrors -Every 1h'
        'Get-LogStatusCode' = 'Get-LogStatusCode'
        'Get-LogReport' = 'Get-LogReport'
    }
    function Get-Stream([string] $Script, [int] $Number) {
        @(Invoke-Expression "$Script $Number>&1" | Where-Object { $_ -is [System.Management.Automation.WarningRecord] -or $_ -is [System.Management.Automation.VerboseRecord] } | ForEach-Object Message)
    }
}

AfterAll { Pop-Location }

BeforeDiscovery {
    $names = 'Get-LogEntry', 'Get-LogEntry, the last ones', 'Get-LogEntry, what is around', 'Get-LogEntry, merged', 'Watch-LogFile', 'Watch-LogFile, whole entries',
        'Measure-LogErrors', 'Measure-LogErrors, over all', 'Measure-LogErrors, by window', 'Get-LogStatusCode', 'Get-LogReport'
}

Describe 'What a command tells of what it read' {
    It 'is each file with -Verbose: formats, lines that are not understood, what the filter left out, times (<_>)' -ForEach $names {
        $said = Get-Stream "$($reading[$_]) app.log, timeless.log, empty.log -MinimumLevel Error -Verbose" 4
        $app = Join-Path $PWD.ProviderPath app.log
        $said | Should -Contain "'$app': 4 lines, 3 entries, 2 of them left out by the filter; format application; 0 lines in no known format; times from 2025-01-24 07:00:00 to 2025-01-24 08:00:00."
        $said | Where-Object { $_ -like "*timeless.log': 2 lines, 2 entries, 2 of them left out by the filter; format text; 2 lines in no known format; no times." } | Should -HaveCount 1
    }

    It 'is also what the pattern left out (<_>)' -ForEach $names {
        Get-Stream "$($reading[$_]) app.log -Pattern 'a\.b' -Verbose" 4 | Should -BeLike "*4 lines, 3 entries, 2 of them left out by the filter;*"
    }

    It 'is a file without lines, too: <_>' -ForEach 'Get-LogEntry', 'Measure-LogErrors', 'Get-LogReport' {
        Get-Stream "$_ empty.log -Verbose" 4 | Should -BeLike "*empty.log': no lines."
    }

    It 'is what was skipped, and why' {
        $said = Get-Stream 'Get-LogReport *.log, app.log -Exclude old* -Verbose' 4
        $said | Where-Object { $_ -like "*old.log' is skipped: -Exclude matches it." } | Should -HaveCount 1
        $said | Where-Object { $_ -like "*app.log' is named again, and read once." } | Should -HaveCount 1
        Get-Stream "'app.log', 'app.log' | Get-Item | Measure-LogErrors -Verbose" 4 | Where-Object { $_ -like "*app.log' is skipped: it came through the pipeline before." } | Should -HaveCount 1
    }

    It 'is what came through the pipeline: <_>' -ForEach 'Get-LogEntry', 'Measure-LogErrors', 'Get-LogStatusCode', 'Get-LogReport' {
        Get-Stream "'2025-01-24 07:00:00 INFO one', 'more' | $_ -Verbose" 4 | Should -Be 'The pipeline: 2 lines, 1 entry; format application; 0 lines in no known format; times from 2025-01-24 07:00:00 to 2025-01-24 07:00:00.'
    }

    It 'is nothing without -Verbose (<_>)' -ForEach $names {
        Get-Stream "$($reading[$_]) app.log" 4 | Should -HaveCount 0
        Get-Stream "$($reading[$_]) app.log -Verbose:`$false" 4 | Should -HaveCount 0
    }

    It 'follows $VerbosePreference' {
        $VerbosePreference = 'Continue'
        Get-Stream 'Measure-LogErrors app.log' 4 | Should -BeLike "*app.log': 4 lines*"
        Get-Stream 'Measure-LogErrors app.log -Verbose:$false' 4 | Should -HaveCount 0
    }

    It 'is a warning with the times that the logs have, where none is in the span (<_>)' -ForEach $names {
        Get-Stream "$($reading[$_]) app.log, old.log -Since 2025-02-01" 3 |
            Should -Be 'No entry is in the span of -Since and -Until. The log has times from 2025-01-23 07:00:00 to 2025-01-24 08:00:00.'
    }

    It 'says so where the entries have no times (<_>)' -ForEach $names {
        Get-Stream "$($reading[$_]) timeless.log -Until 2025-02-01" 3 | Should -Be 'No entry has a time that can be read, and -Since and -Until select by time.'
    }

    It 'says so of the pipeline: <_>' -ForEach 'Get-LogEntry', 'Measure-LogErrors', 'Get-LogStatusCode', 'Get-LogReport' {
        Get-Stream "Get-Content app.log | $_ -Since 2025-02-01" 3 | Should -BeLike '*times from 2025-01-24 07:00:00 to 2025-01-24 08:00:00.'
    }

    It 'says nothing where a time is in the span, or nothing was read (<_>)' -ForEach $names {
        Get-Stream "$($reading[$_]) app.log -Since 2025-01-24 -Level Critical" 3 | Should -HaveCount 0
        Get-Stream "$($reading[$_]) empty.log -Since 2025-01-24" 3 | Should -HaveCount 0
    }

    It 'is the same of a large file, of which only the span is read' {
        # 40 MB in order, an entry a second, with an error each minute.
        $padding = 'x' * 400
        $begin = [DateTime]::SpecifyKind('2025-01-24', 'Utc')
        $lines = foreach ($i in 0..90000) { "$($begin.AddSeconds($i).ToString('yyyy-MM-dd HH:mm:ss'))Z $(if ($i % 60) { 'INFO' } else { 'ERROR' }) $i $padding" }
        $path = New-Log large.log
        [System.IO.File]::WriteAllLines($path, [string[]] $lines)
        $span = @{ Since = '2025-01-24T20:00Z'; Until = '2025-01-24T20:30Z' }
        $whole = @(Get-LogEntry large.log @span -Verbose 4>$null)
        $searched = @(Get-LogEntry large.log @span)
        $whole | Should -HaveCount 1800
        ($whole[0].LineNumber, $searched[0].LineNumber) | Should -Be 72001, $null
        $searched.Text | Should -Be $whole.Text
        (Measure-LogErrors large.log @span).Errors | Should -Be 30
        (Get-LogReport large.log @span).Entries | Should -Be 1800
        Get-Stream 'Get-LogReport large.log -Since 2026-01-01' 3 |
            Should -Be "No entry is in the span of -Since and -Until. The log has times from $($begin.ToLocalTime().ToString('yyyy-MM-dd HH:mm:ss')) to $($begin.AddSeconds(90000).ToLocalTime().ToString('yyyy-MM-dd HH:mm:ss'))."
        Remove-Item large.log
    }

    It 'escapes names of files' -Skip:$IsWindows -Tag 'Linux only: Windows has no such names' {
        $null = New-Log "a`e[31m.log" '2025-01-24 07:00:00 INFO one'
        Get-Stream "Measure-LogErrors *31m.log -Verbose" 4 | Should -BeLike '*a\x1b*31m.log*'
    }
}
