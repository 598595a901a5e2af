# Watch-LogFile -CheckpointPath: what the next run knows of the last one, however that ended.
BeforeAll {
    . $PSScriptRoot/Support.ps1
}

Describe 'Watch-LogFile -CheckpointPath' {
    BeforeEach {
        Enter-NewFolder
        $log = Join-Path $PWD 'app.log'
        $state = Join-Path $PWD 'state.json'
    }

    AfterEach { Pop-Location }

    It 'goes on where the last run ended, through a rotation meanwhile' {
        New-Log app.log 'one', 'two'
        (Watch-LogFile $log -NoFollow -CheckpointPath $state).Text | Should -Be 'one', 'two'
        Watch-LogFile $log -NoFollow -CheckpointPath $state | Should -BeNullOrEmpty
        Add-Content $log 'three'
        Rename-Item $log 'app.log.1'
        Set-Content $log 'four'
        (Watch-LogFile $log -NoFollow -CheckpointPath $state).Text | Should -Be 'three', 'four'
    }

    It 'lets a scheduled script count each line once' {
        function Get-Count { (Watch-LogFile *.log -NoFollow -CheckpointPath $state | Measure-LogErrors).Errors }
        New-Log app.log 'ERROR a', 'INFO b'
        Get-Count | Should -Be 1
        Get-Count | Should -Be 0
        Add-Content $log 'ERROR c', 'ERROR d'
        Rename-Item $log 'app.log.1'
        New-Log app.log 'ERROR e'
        Get-Count | Should -Be 3
        Get-Count | Should -Be 0
    }

    It 'does not write again what Select-Object has taken' {
        New-Log app.log (1..5)
        function Get-Two { (Watch-LogFile $log -NoFollow -CheckpointPath $state | Where-Object { 1..3 | Select-Object -First 1 } | Select-Object -First 2).Text }
        Get-Two | Should -Be 1, 2
        Get-Two | Should -Be 3, 4
        Get-Two | Should -Be 5
    }

    It 'writes the line again at which <Downstream> fails or ends the pipeline' -ForEach @(
        @{ Downstream = 'a script block that throws'; Command = { process { if ($_.Text -eq '3') { throw 'failed' } } } }
        @{ Downstream = 'an error with -ErrorAction Stop'; Command = { process { if ($_.Text -eq '3') { Write-Error failed -ErrorAction Stop } } } }
        @{ Downstream = 'a command that stops'; Command = { process { if ($_.Text -eq '3') { Get-Item missing -ErrorAction Stop } } } }
        @{ Downstream = 'an exception of .NET'; Command = { process { if ($_.Text -eq '3') { throw [System.IO.IOException]::new('failed') } } } }
        @{ Downstream = 'a failure behind Select-Object'; Command = { process { $null = 1, 2 | Select-Object -First 1; if ($_.Text -eq '3') { throw 'failed' } } } }
        @{ Downstream = 'break'; Command = { process { if ($_.Text -eq '3') { break } } } }
    ) {
        New-Log app.log (1..5)
        foreach ($once in 1) { try { Watch-LogFile $log -NoFollow -CheckpointPath $state | & $Command } catch { } }
        (Watch-LogFile $log -NoFollow -CheckpointPath $state).Text | Should -Be 3, 4, 5
    }

    It 'writes the line again at which a script exits' {
        New-Log app.log (1..5)
        & $pwsh @pwshArguments -Command "Import-Module '$manifest'; Watch-LogFile '$log' -NoFollow -CheckpointPath '$state' | & { process { if (`$_.Text -eq '3') { exit 7 } } }"
        $LASTEXITCODE | Should -Be 7
        (Watch-LogFile $log -NoFollow -CheckpointPath $state).Text | Should -Be 3, 4, 5
    }

    It 'counts again what <Counting> counted for nobody' -ForEach @(
        @{ Counting = 'Measure-LogErrors'; Command = { Measure-LogErrors } }
        @{ Counting = 'Measure-LogErrors -By'; Command = { Measure-LogErrors -By Pattern -MinimumLevel Unknown } }
        @{ Counting = 'Measure-LogErrors -Every'; Command = { Measure-LogErrors -Every 1h } }
        @{ Counting = 'Get-LogStatusCode -Summary'; Command = { Get-LogStatusCode -Summary } }
        @{ Counting = 'Get-LogReport'; Command = { Get-LogReport } }
    ) {
        New-Log app.log 'ERROR "GET /a HTTP/1.1" 500 1', 'INFO b'
        $pipeline = "Watch-LogFile '$log' -NoFollow -CheckpointPath '$state' {0} | $Command"
        foreach ($filter in '', '| Where-Object Level -ge Information') {
            { & ([scriptblock]::Create(($pipeline -f $filter) + '| ForEach-Object { throw "failed" }')) } | Should -Throw failed
            Test-Path $state | Should -BeFalse
        }
        & ([scriptblock]::Create(($pipeline -f '') + '| Select-Object -First 1')) | Should -Not -BeNullOrEmpty
        Watch-LogFile $log -NoFollow -CheckpointPath $state | Should -BeNullOrEmpty
    }

    It 'saves windows that were written, and counts the open one again' {
        New-Log app.log '2025-01-24 07:10:00 ERROR a', '2025-01-24 07:20:00 ERROR b', '2025-01-24 08:10:00 ERROR c', '2025-01-24 08:20:00 ERROR d'
        # Stopped as by Ctrl+C, when the first window has come.
        $watch = Start-Script "Watch-LogFile '$log' -FromStart -CheckpointPath '$state' | Measure-LogErrors -Every 1h"
        Wait-For { $watch.Output.Count -eq 1 }
        Wait-For { (Test-Path $state) -and (Get-Content $state -Raw) -match '"offset": 56' }
        Stop-Script $watch
        (Watch-LogFile $log -NoFollow -CheckpointPath $state | Measure-LogErrors -Every 1h).Errors | Should -Be 2
    }

    It 'lets a script save only when all of it has succeeded' {
        New-Log app.log 'ERROR a'
        function Invoke-Run([scriptblock] $Deliver) {
            Remove-Item "$state.next" -ErrorAction Ignore
            if (Test-Path $state) { Copy-Item $state "$state.next" }
            $summary = Watch-LogFile $log -NoFollow -CheckpointPath "$state.next" | Measure-LogErrors
            & $Deliver $summary.Errors
            Move-Item "$state.next" $state -Force
        }
        { Invoke-Run { throw 'failed' } } | Should -Throw failed
        Invoke-Run { $args } | Should -Be 1
        Add-Content $log 'ERROR b', 'ERROR c'
        { Invoke-Run { throw 'failed' } } | Should -Throw failed
        Invoke-Run { $args } | Should -Be 2
        Invoke-Run { $args } | Should -Be 0
    }

    It 'saves what a slow pipeline has taken before the rest of the lines that were read with it' {
        New-Log app.log (1..5)
        Watch-LogFile $log -NoFollow -CheckpointPath $state | ForEach-Object {
            Start-Sleep -Milliseconds 300
            if ($_.Text -eq '5') { Get-Content $state -Raw }
        } | Should -Match '"offset": [2468],'
    }

    It 'reports once that nothing can be saved, however often it is tried' {
        New-Log app.log 1
        $reported = foreach ($once in 1) {
            Watch-LogFile $log -FromStart -CheckpointPath $state -ErrorVariable failures -ErrorAction SilentlyContinue | ForEach-Object {
                if ($_.Text -eq '1') { Remove-Item $state -Force -ErrorAction Ignore; $null = New-Item -ItemType Directory $state }
                if ($_.Text -eq '9') { $failures.FullyQualifiedErrorId; break }
                # Longer than between two saves. Each line is a batch of its own.
                Start-Sleep -Milliseconds 300
                [System.IO.File]::AppendAllText($log, "$(1 + $_.Text)`n")
            }
        }
        $reported | Should -HaveCount 1
        $reported | Should -BeLike 'CheckpointUnusable,*'
    }

    It 'reports what cannot be saved while a batch is taken' {
        New-Log app.log (1..5)
        # The lines that the pipeline takes slowly are saved in between, which fails; what failed is reported before the next batch.
        $reported = foreach ($once in 1) {
            Watch-LogFile $log -FromStart -CheckpointPath $state -ErrorVariable failures -ErrorAction SilentlyContinue | ForEach-Object {
                if ($_.Text -eq '1') { Remove-Item $state -Force -ErrorAction Ignore; $null = New-Item -ItemType Directory $state }
                if ($_.Text -eq '6') { $failures.FullyQualifiedErrorId; break }
                Start-Sleep -Milliseconds 300
                if ($_.Text -eq '5') { [System.IO.File]::AppendAllText($log, "6`n") }
            }
        }
        $reported -like 'CheckpointUnusable,*' | Should -Not -BeNullOrEmpty
    }

    It 'refuses a second watcher' {
        New-Log app.log '1'
        $first = Start-Script "Watch-LogFile '$log' -FromStart -CheckpointPath '$state'"
        try {
            Wait-For { $first.Output.Count -eq 1 }
            $run = Invoke-Script 'Watch-LogFile $log -NoFollow -CheckpointPath $state'
            Format-Failure $run.Errors | Should -BeExactly 'CheckpointInUse ResourceBusy'
            $run.Errors.TargetObject | Should -BeExactly $state
        }
        finally { Stop-Script $first }
    }

    It 'sets aside what is no checkpoint, with an error' {
        New-Log app.log 'one'
        Set-Content $state 'oops'
        $run = Invoke-Script 'Watch-LogFile $log -NoFollow -CheckpointPath $state'
        $run.Output.Text | Should -Be 'one'
        $run.Errors.FullyQualifiedErrorId | Should -BeLike 'CheckpointCorrupt,*'
        Get-Content 'state.json.corrupt-*' | Should -Be 'oops'
    }

    It 'gives again what was not taken of entries that commands hand on in batches' {
        New-Log app.log '2025-01-24 07:00:00 INFO start', '2025-01-24 09:00:00 WARN "GET /a HTTP/1.1" 404 12', '2025-01-24 10:00:00 FATAL gone'
        $taken = foreach ($once in 1) { Watch-LogFile $log -FromStart -NoFollow -CheckpointPath $state | Get-LogStatusCode | ForEach-Object { $_; break } }
        $taken.Code | Should -Be 404
        (Watch-LogFile $log -NoFollow -CheckpointPath $state).Text | Should -Be '2025-01-24 09:00:00 WARN "GET /a HTTP/1.1" 404 12', '2025-01-24 10:00:00 FATAL gone'
    }
}

Describe 'A watcher that is killed again and again during rotations' {
    It 'loses nothing' {
        # More rounds make this the long form of the same test.
        $rounds = [int] ($env:LOGANALYSIS_KILL_ROUNDS ?? 3)
        Enter-NewFolder
        $log = New-Log app.log
        $taken = Join-Path $PWD 'taken.txt'
        $stop = Join-Path $PWD 'stop'
        function Get-Length { [System.IO.File]::Exists($taken) ? [System.IO.FileInfo]::new($taken).Length : 0 }

        # A process of its own, whose pipeline takes a line by appending it to a file.
        function Start-Watcher([string] $Arguments) {
            $start = [System.Diagnostics.ProcessStartInfo]::new($pwsh)
            $pwshArguments + '-Command', "Import-Module '$manifest'; Watch-LogFile '$log' $Arguments -CheckpointPath '$(Join-Path $PWD 'state.json')' | ForEach-Object { [System.IO.File]::AppendAllText('$taken', `$_.Text + [char] 10) }" |
                ForEach-Object { $start.ArgumentList.Add($_) }
            [System.Diagnostics.Process]::Start($start)
        }

        $writer = Start-ThreadJob {
            for ($i = 0; -not [System.IO.File]::Exists($using:stop); $i++) {
                # What was rotated away before there was a watcher is nobody's promise.
                if ($i % 500 -eq 499 -and [System.IO.File]::Exists($using:taken)) { [System.IO.File]::Move($using:log, "$using:log.$([int][Math]::Floor($i / 500) + 1)") }
                [System.IO.File]::AppendAllText($using:log, "line $i`n")
                # Faster than a watcher that has just been started, and slower than one that has caught up.
                if ($i % 10 -eq 0) { [System.Threading.Thread]::Sleep(4) }
            }
            $i
        }
        try {
            $random = [random]::new(1)
            foreach ($round in 1..$rounds) {
                $before = Get-Length
                $watcher = Start-Watcher '-FromStart'
                try {
                    Wait-For { $watcher.HasExited -or (Get-Length) -gt $before }
                    Start-Sleep -Milliseconds $random.Next(1000)
                }
                finally {
                    $watcher.Kill()
                    $watcher.WaitForExit()
                }
            }
        }
        finally {
            $null = New-Item $stop
            $written = $writer | Receive-Job -Wait -AutoRemoveJob
        }
        $last = Start-Watcher '-NoFollow'
        Wait-For { $last.HasExited }
        $lines = [System.Collections.Generic.HashSet[string]]::new([System.IO.File]::ReadAllLines($taken))
        0..($written - 1) | Where-Object { -not $lines.Contains("line $_") } | Should -BeNullOrEmpty
        Pop-Location
    }
}
