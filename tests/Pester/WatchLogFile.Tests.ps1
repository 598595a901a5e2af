BeforeAll {
    . $PSScriptRoot/Support.ps1

    # Follows a file in a runspace of its own.
    function Start-Watch([string] $Script, [string] $Path) {
        $shell = [powershell]::Create()
        $null = $shell.AddScript("Import-Module '$PSScriptRoot/../../LogAnalysis.psd1'; `$path = '$Path'; $Script")
        $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $null = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $output)
        [pscustomobject]@{ Shell = $shell; Output = $output }
    }

    function Wait-For([scriptblock] $Condition) {
        $deadline = [datetime]::UtcNow.AddSeconds(30)
        while (-not (& $Condition)) {
            if ([datetime]::UtcNow -gt $deadline) { throw "This did not come true in 30 seconds: $Condition" }
            Start-Sleep -Milliseconds 10
        }
    }
}

Describe 'Watch-LogFile' {
    It 'writes a thousand lines of another process in order, through a rename rotation' {
        $path = Join-Path $TestDrive 'rotated.log'
        Set-Content $path 'first'
        $watch = Start-Watch 'Watch-LogFile $path -FromStart' $path
        try {
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
            $writer | Wait-Job | Remove-Job
            # ReadAll, since enumerating the output would wait for its end.
            $watch.Output.ReadAll().Text | Should -Be (@('first') + (0..999 | ForEach-Object { "line $_" }))
        }
        finally {
            $watch.Shell.Stop()
            $watch.Shell.Dispose()
        }
    }

    It 'ends when Select-Object has enough' {
        $path = Join-Path $TestDrive 'enough.log'
        Set-Content $path (1..100)
        (Watch-LogFile $path -FromStart | Select-Object -First 10).Text | Should -Be (1..10)
    }

    It 'writes entries with time, level, message and place' {
        $path = Join-Path $TestDrive 'app.log'
        Set-Content $path '2025-01-24 07:00:30.5 ERROR [main] a.b.C: boom', "`tat a.b.C.d(C.java:1)"
        $entry, $frame = Watch-LogFile $path -NoFollow
        $entry.Level | Should -Be 'Error'
        $entry.Message | Should -Be 'boom'
        $entry.Timestamp.ToString('yyyy-MM-dd HH:mm:ss.f') | Should -Be '2025-01-24 07:00:30.5'
        $entry.Path, $entry.LineNumber, $entry.Format | Should -Be $path, 1, 'application'
        $frame.IsContinuation, $frame.Level | Should -Be $true, 'Error'
    }

    It 'takes files from Get-ChildItem' {
        Set-Content (Join-Path $TestDrive 'x1.txt') 'a'
        Set-Content (Join-Path $TestDrive 'x2.txt') 'b'
        (Get-ChildItem $TestDrive/x*.txt | Watch-LogFile -NoFollow).Text | Should -Be 'a', 'b'
    }

    It 'takes <Duration> as a timeout' -ForEach @(
        @{ Duration = '300ms' }
        @{ Duration = '0.3s' }
        @{ Duration = 0.3 }
        @{ Duration = [timespan]::FromMilliseconds(300) }
    ) {
        $path = Join-Path $TestDrive 'timeout.log'
        Set-Content $path 'one'
        (Watch-LogFile $path -FromStart -Timeout $Duration).Text | Should -Be 'one'
    }

    Context 'with -CheckpointPath' {
        BeforeEach {
            $folder = New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))
            $log = Join-Path $folder 'app.log'
            $state = Join-Path $folder 'state.json'
        }

        It 'goes on where the last run ended, through a rotation meanwhile' {
            Set-Content $log 'one', 'two'
            (Watch-LogFile $log -NoFollow -CheckpointPath $state).Text | Should -Be 'one', 'two'
            Watch-LogFile $log -NoFollow -CheckpointPath $state | Should -BeNullOrEmpty
            Add-Content $log 'three'
            Rename-Item $log 'app.log.1'
            Set-Content $log 'four'
            (Watch-LogFile $log -NoFollow -CheckpointPath $state).Text | Should -Be 'three', 'four'
        }

        It 'does not write again what Select-Object -First has taken' {
            Set-Content $log (1..5)
            (Watch-LogFile $log -NoFollow -CheckpointPath $state | Select-Object -First 2).Text | Should -Be '1', '2'
            (Watch-LogFile $log -NoFollow -CheckpointPath $state).Text | Should -Be '3', '4', '5'
        }

        It 'sets aside what is no checkpoint, with an error' {
            Set-Content $log 'one'
            Set-Content $state 'oops'
            (Watch-LogFile $log -NoFollow -CheckpointPath $state -ErrorVariable wrong -ErrorAction SilentlyContinue).Text | Should -Be 'one'
            $wrong[0].FullyQualifiedErrorId | Should -BeLike 'CheckpointCorrupt,*'
            Get-Content (Join-Path $folder 'state.json.corrupt-*') | Should -Be 'oops'
        }
    }

    It 'joins the lines of an entry with -Multiline' {
        $path = Join-Path $TestDrive 'joined.log'
        Set-Content $path '2025-01-24 07:00:30 ERROR a', "`tat x", '2025-01-24 07:00:31 INFO b'
        (Watch-LogFile $path -NoFollow -Multiline).Count | Should -Be 2
    }
}
