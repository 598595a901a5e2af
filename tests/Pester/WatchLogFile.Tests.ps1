BeforeAll {
    . $PSScriptRoot/Support.ps1
}

Describe 'Watch-LogFile' {
    BeforeEach {
        Enter-NewFolder
        $path = Join-Path $PWD 'app.log'
    }

    AfterEach {
        if ($watch) { Stop-Script $watch; $watch = $null }
        Pop-Location
    }

    It 'writes a thousand lines of another process in order, through a rename rotation' {
        New-Log app.log 'first'
        $watch = Start-Script "Watch-LogFile '$path' -FromStart"
        Wait-For { $watch.Output.Count -ge 1 }
        $writer = Start-Job {
            param($path)
            $log = [System.IO.StreamWriter]::new($path, $true)
            foreach ($i in 0..999) {
                if ($i -eq 500) {
                    $log.Dispose()
                    [System.IO.File]::Move($path, "$path.1")
                    $log = [System.IO.StreamWriter]::new($path, $true)
                }
                $log.WriteLine("line $i")
                $log.Flush()
            }
            $log.Dispose()
        } -ArgumentList $path
        Wait-For { $watch.Output.Count -ge 1001 }
        $writer | Receive-Job -Wait -AutoRemoveJob
        # ReadAll, since enumerating the output would wait for its end.
        $watch.Output.ReadAll().Text | Should -Be (@('first') + (0..999 | ForEach-Object { "line $_" }))
    }

    It 'tells with -Verbose which rotations it saw, and by what' {
        New-Log app.log 'one'
        $watch = Start-Script "Watch-LogFile '$path' -FromStart -Verbose"
        Wait-For { $watch.Output.Count -eq 1 }
        Move-Item $path "$path.1"
        New-Log app.log 'two'
        Wait-For { $watch.Output.Count -eq 2 }
        Copy-Item $path "$path.0"
        [System.IO.File]::WriteAllText($path, "three and more than before`n")
        Wait-For { $watch.Output.Count -eq 3 }
        $notes = $watch.Shell.Streams.Verbose.Message -join "`n"
        Stop-Script $watch
        # It may have looked while no file was there.
        $notes | Should -Match "app\.log' was (replaced: another file is there, by its identity|renamed or deleted: no file is there)"
        $notes | Should -BeLike "*app.log' was emptied or overwritten, by its content at byte 4. A copy*"
    }

    It 'is stopped by Ctrl+C' {
        New-Log app.log 'one'
        $watch = Start-Script "Watch-LogFile '$path' -FromStart"
        Wait-For { $watch.Output.Count -eq 1 }
        $stopping = $watch.Shell.BeginStop($null, $null)
        Wait-For { $stopping.IsCompleted }
        $watch.Shell.InvocationStateInfo.State | Should -Be 'Stopped'
    }

    It 'ends when <Downstream> has enough' -ForEach @(
        @{ Downstream = 'Select-Object'; Script = { Watch-LogFile $path -FromStart | Select-Object -First 10 } }
        @{ Downstream = 'break'; Script = { $n = 0; foreach ($once in 1) { Watch-LogFile $path -FromStart | ForEach-Object { $_; if (++$n -eq 10) { break } } } } }
    ) {
        New-Log app.log (1..100)
        (& $Script).Text | Should -Be (1..10)
    }

    It 'begins where it is told to: <Arguments>' -ForEach @(
        @{ Arguments = '-NoFollow'; Expected = 5 }
        @{ Arguments = '-NoFollow -Tail 2'; Expected = 2 }
        @{ Arguments = '-NoFollow -Tail 0'; Expected = 0 }
        @{ Arguments = '-NoFollow -FromStart'; Expected = 5 }
        @{ Arguments = '-Tail 3 -Timeout 300ms'; Expected = 3 }
        @{ Arguments = '-Timeout 300ms'; Expected = 0 }
    ) {
        New-Log app.log (1..5)
        Invoke-Expression "Watch-LogFile '$path' $Arguments" | Should -HaveCount $Expected
    }

    It 'refuses -FromStart with -Tail <Tail>, unless -FromStart is false' -ForEach @(
        @{ Tail = 0 }
        @{ Tail = 2 }
    ) {
        New-Log app.log (1..5)
        $run = Invoke-Script "Watch-LogFile '$path' -NoFollow -FromStart -Tail $Tail"
        $run.Output | Should -BeNullOrEmpty
        $run.Errors.FullyQualifiedErrorId | Should -BeLike 'CannotCombineParameters,*'
        "$($run.Errors)" | Should -BeLike '*All lines are written, or the last ones.'
        Watch-LogFile $path -NoFollow -FromStart:$false -Tail $Tail | Should -HaveCount $Tail
    }

    It 'ends after <Arguments>, and a last line without its end still comes' -ForEach @(
        @{ Arguments = @{ Timeout = '300ms' } }
        @{ Arguments = @{ Timeout = '0.3s' } }
        @{ Arguments = @{ Timeout = 0.3 } }
        @{ Arguments = @{ Timeout = [timespan]::FromMilliseconds(300) } }
        @{ Arguments = @{ IdleTimeout = '300ms' } }
    ) {
        [System.IO.File]::WriteAllText($path, "one`npartial")
        (Watch-LogFile $path -FromStart @Arguments).Text | Should -Be 'one', 'partial'
    }

    It 'writes entries with time, level, message and place' {
        New-Log app.log '2025-01-24 07:00:30.5 ERROR [main] a.b.C: boom', "`tat a.b.C.d(C.java:1)"
        $entry, $frame = Watch-LogFile $path -NoFollow
        $entry.Level | Should -Be 'Error'
        $entry.Message | Should -Be 'boom'
        $entry.Timestamp.ToString('yyyy-MM-dd HH:mm:ss.f') | Should -Be '2025-01-24 07:00:30.5'
        $entry.Path, $entry.LineNumber, $entry.Format | Should -Be $path, 1, 'application'
        $frame.IsContinuation, $frame.Level | Should -Be $true, 'Error'
    }

    It 'joins the lines of an entry with -Multiline' {
        New-Log app.log '2025-01-24 07:00:30 ERROR a', "`tat x", '2025-01-24 07:00:31 INFO b'
        (Watch-LogFile $path -NoFollow -Multiline).Text | Should -BeExactly "2025-01-24 07:00:30 ERROR a`n`tat x", '2025-01-24 07:00:31 INFO b'
    }

    It 'takes files from Get-ChildItem, and no string for a path' {
        New-Log a.txt 'a'
        New-Log b.txt 'b'
        (Get-ChildItem *.txt | Watch-LogFile -NoFollow).Text | Should -Be 'a', 'b'
        $run = Invoke-Script "'a.txt' | Watch-LogFile -NoFollow"
        $run.Output | Should -BeNullOrEmpty
        $run.Errors.FullyQualifiedErrorId | Should -BeLike 'NotAFile,*'
    }

    It 'follows files that match a wildcard later, also in a folder that comes later' {
        New-Log app.log 'ready'
        $watch = Start-Script "Watch-LogFile '$path', '$(Join-Path $PWD 'later' '*.log')' -Tail 1 -ErrorAction Ignore"
        Wait-For { $watch.Output.Count -eq 1 }
        $later = New-Log later/a.log 'first', 'second'
        Wait-For { $watch.Output.Count -eq 3 }
        $written = $watch.Output.ReadAll()
        $written.Text | Should -Be 'ready', 'first', 'second'
        $written[1].Path | Should -BeExactly $later
    }
}
