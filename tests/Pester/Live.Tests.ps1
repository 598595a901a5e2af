# Results of input that never ends: another process writes it, for as long as the test wants.
BeforeAll {
    . $PSScriptRoot/Support.ps1
    Enter-NewFolder

    # Lines that a program writes as they become due; it goes on until it is stopped. $Line is a script with the number of the line.
    $endless = @{ Command = $pwsh; Script = { param($Line, $Pause) "`$ErrorActionPreference = 'Stop'; for (`$i = 0; ; `$i++) { [Console]::Out.WriteLine($Line); [Console]::Out.Flush(); Start-Sleep -Milliseconds $Pause }" } }
    function Get-Producer([string] $Line, [int] $Pause) { "& '$pwsh' $(($pwshArguments | ForEach-Object { "'$_'" }) -join ' ') -EncodedCommand $([Convert]::ToBase64String([System.Text.Encoding]::Unicode.GetBytes((& $endless.Script $Line $Pause))))" }
    # A minute of log time in each line.
    $minutes = '"$([datetimeoffset]::new(2025, 1, 24, 7, 0, 30, 0).AddMinutes($i).ToString("o")) ERROR boom $i"'
    # The present.
    $now = '"$([datetimeoffset]::UtcNow.ToString("o")) ERROR boom $i"'
    $start = [datetimeoffset] '2025-01-24T07:00:00Z'
}

AfterAll { Pop-Location }

Describe 'Behind a program that never ends' {
    It 'each window is written as soon as the log has passed it: <Command>' -ForEach @(
        @{ Command = 'Measure-LogErrors -Every 1m' }
        @{ Command = 'Measure-LogErrors -Every 1m -By Level' }
        @{ Command = 'Measure-LogErrors -Every 1m -Live' }
        @{ Command = 'Get-LogReport -Every 1m' }
    ) {
        $run = Start-Script "$(Get-Producer $minutes 50) | $Command"
        try {
            Wait-For { $run.Output.Count -ge 3 }
            $windows = $run.Output.ReadAll() | Select-Object -First 3
            $windows.WindowStart | Should -Be $start, $start.AddMinutes(1), $start.AddMinutes(2)
        }
        finally { Stop-Script $run }
    }

    It 'the first window is there within 1.5 s of its end' {
        $run = Start-Script "$(Get-Producer $now 20) | Measure-LogErrors -Every 2s | Select-Object WindowEnd, Errors, @{ Name = 'Written'; Expression = { [datetimeoffset]::UtcNow } }"
        try {
            # The producer itself may be late on a busy machine: of several windows, one is in time.
            Wait-For { $run.Output.ReadAll() | Where-Object { ($_.Written - $_.WindowEnd).TotalSeconds -lt 1.5 } }
        }
        finally { Stop-Script $run }
    }

    It 'running totals are written with -Live, once a second at most' {
        $run = Start-Script "$(Get-Producer $minutes 20) | Measure-LogErrors -Live | Select-Object Errors, Lines, @{ Name = 'Ticks'; Expression = { [Environment]::TickCount64 } }"
        try {
            Wait-For { $run.Output.Count -ge 3 }
            $totals = $run.Output.ReadAll()
            $totals[0].Errors | Should -BeGreaterThan 0
            $totals[2].Errors | Should -BeGreaterThan $totals[1].Errors
            # A clock of ticks of up to 16 ms.
            ($totals[2].Ticks - $totals[0].Ticks) | Should -BeGreaterThan 1950
        }
        finally { Stop-Script $run }
    }

    It 'Ctrl+C loses nothing that was due' -Skip:$IsWindows -Tag 'Linux only: kill sends the signal of Ctrl+C' {
        $out = Join-Path $PWD 'out.txt'
        # Where this process ignores the signal, as what 'nohup' or a script's '&' started does, a new one would, too.
        $ignored = $IsLinux -and ([Convert]::ToInt64((Select-String '^SigIgn:\s+(\w+)' /proc/self/status).Matches[0].Groups[1].Value, 16) -band 2)
        $program, $before = $ignored ? @('env', '--default-signal=INT', $pwsh) : @($pwsh)
        $shell = Start-Process $program (@($before | Where-Object { $_ }) + $pwshArguments + '-Command', "`"Import-Module '$manifest'; $((Get-Producer $minutes 50).Replace('"', '\"')) | Measure-LogErrors -Every 1m | ForEach-Object { [Console]::Out.WriteLine(`$_.WindowStart.ToString('HH:mm')) }`"") -RedirectStandardOutput $out -PassThru
        try {
            Wait-For { @(Get-Content $out).Count -ge 3 }
            kill -INT $shell.Id
            Wait-For { $shell.HasExited }
            $written = Get-Content $out
            $written | Should -BeExactly (0..($written.Count - 1) | ForEach-Object { $start.AddMinutes($_).ToString('HH:mm') })
        }
        finally { if (-not $shell.HasExited) { $shell.Kill($true) } }
    }
}

Describe 'Behind Watch-LogFile' {
    It 'windows without entries are written, too: <Command>' -ForEach @(
        @{ Command = 'Measure-LogErrors -Every 1m' }
        @{ Command = 'Get-LogReport -Every 1m' }
    ) {
        $path = New-Log gaps.log '2025-01-24T07:00:30Z ERROR a', '2025-01-24T07:03:30Z ERROR b'
        $run = Start-Script "Watch-LogFile '$path' -FromStart | $Command"
        try {
            Wait-For { $run.Output.Count -ge 3 }
            $windows = $run.Output.ReadAll()
            $windows.WindowStart | Should -Be $start, $start.AddMinutes(1), $start.AddMinutes(2)
            $windows.Entries | Should -Be 1, 0, 0
        }
        finally { Stop-Script $run }
    }

    It 'a window of the present is written when the clock has passed it, though nothing comes' {
        $path = New-Log silent.log
        $run = Start-Script "Watch-LogFile '$path' | Measure-LogErrors -Every 1s"
        try {
            $clock = [System.Diagnostics.Stopwatch]::StartNew()
            # The follower may not be there yet when the first line is written; the last is followed by silence.
            Wait-For { if ($clock.ElapsedMilliseconds -lt 3000) { [System.IO.File]::AppendAllText($path, "$([datetimeoffset]::UtcNow.ToString('o')) ERROR x`n") }; $run.Output.Count -ge 5 }
            $windows = $run.Output.ReadAll()
            $windows[1..4] | ForEach-Object { $_.WindowStart } | Should -Be (1..4 | ForEach-Object { $windows[0].WindowStart.AddSeconds($_) })
            $windows[0].Errors | Should -BeGreaterThan 0
        }
        finally { Stop-Script $run }
    }

    It 'files that are read once give each window once, whatever their order' {
        New-Log one.log '2025-01-24T07:00:30Z ERROR a', '2025-01-24T07:02:30Z ERROR b'
        New-Log two.log '2025-01-24T07:00:40Z ERROR c', '2025-01-24T07:01:40Z ERROR d'
        foreach ($source in 'Get-LogEntry one.log, two.log', 'Get-LogEntry one.log, two.log | Where-Object Level -EQ Error', 'Watch-LogFile one.log, two.log -NoFollow', 'Get-Item one.log, two.log') {
            (Invoke-Expression "$source | Measure-LogErrors -Every 1m").Entries | Should -Be 2, 1, 1 -Because $source
        }
    }
}

Describe 'Entries of a job' {
    It 'give running totals with -Live' {
        $path = New-Log job.log 'ERROR a'
        $run = Start-Script "Start-ThreadJob { Import-Module '$manifest'; Watch-LogFile '$path' -FromStart } | Receive-Job -Wait | Measure-LogErrors -Live"
        try {
            Wait-For { $run.Output.Count -ge 1 }
            [System.IO.File]::AppendAllText($path, "ERROR b`n")
            Wait-For { [System.IO.File]::AppendAllText($path, "ERROR c`n"); $run.Output.Count -ge 2 }
            $totals = $run.Output.ReadAll()
            $totals[-1].Errors | Should -BeGreaterThan $totals[0].Errors
        }
        finally { Stop-Script $run }
    }
}

Describe 'Measure-LogErrors -Live' {
    It 'ends with the totals of everything' {
        $totals = 1..5 | ForEach-Object { "ERROR $_" } | Measure-LogErrors -Live
        $totals[-1].Errors | Should -Be 5
        (@() | Measure-LogErrors -Live).Errors | Should -Be 0
    }

    It 'has no running totals of groups, and says so' {
        Format-Failure (Invoke-Script "'ERROR x' | Measure-LogErrors -Live -By Level").Errors | Should -BeExactly 'CannotCombineParameters InvalidArgument'
    }
}
