# What is found where a file should be: a real PowerShell, the real file system, a disk that is full.
BeforeAll {
    . $PSScriptRoot/Support.ps1

    # Runs a script in a process of its own, here with a limit for files, in KiB, as a disk that is full.
    function Invoke-Process([string] $Script, [string] $Limit) {
        $command = "Import-Module '$manifest'; $Script"
        $limits = if ($Limit) { "trap '' XFSZ; ulimit -f $Limit; " }
        & bash -c "${limits}export DOTNET_EnableWriteXorExecute=0; exec `"`$@`" 2>&1 </dev/null" bash $pwsh @pwshArguments -Command $command | Out-String
    }
}

Describe 'Files that are none' -Tag 'Unix only: pipes, sockets and devices' -Skip:($IsWindows -or -not (Get-Command mkfifo, bash -ErrorAction Ignore)) {
    BeforeAll {
        Enter-NewFolder
        New-Log good.log '1.2.3.4 - - [17/May/2025:10:05:03 +0000] "GET / HTTP/1.1" 500 1'
        mkfifo pipe.log
        $socket = [System.Net.Sockets.Socket]::new('Unix', 'Stream', 'Unspecified')
        $socket.Bind([System.Net.Sockets.UnixDomainSocketEndPoint]::new((Join-Path $PWD 's.log')))
        $null = New-Item -ItemType SymbolicLink topipe.log -Target (Join-Path $PWD 'pipe.log')
        $null = New-Item -ItemType SymbolicLink endless.log -Target /dev/zero
        $folder = $PWD.ProviderPath
    }

    AfterAll {
        $socket.Dispose()
        Pop-Location
        # Pester looks through what is left, and enters links.
        & rm -rf $folder
    }

    BeforeDiscovery {
        $commands = 'Get-LogEntry {0}', 'Get-LogEntry {0} -Tail 5', 'Get-LogEntry {0} -Merge', 'Watch-LogFile {0} -NoFollow', 'Watch-LogFile {0} -NoFollow -Tail 5',
            'Measure-LogErrors {0}', 'Measure-LogErrors {0} -By Level', 'Get-LogStatusCode {0}', 'Get-LogReport {0}' | ForEach-Object { @{ Command = $_ } }
    }

    It 'are refused at once, and the good one is read: <Command>' -ForEach $commands {
        $run = Invoke-Script ($Command -f '*.log')
        $run.Errors | ForEach-Object { Format-Failure $_ } | Sort-Object -Unique | Should -BeExactly 'NotRegularFile InvalidArgument'
        $run.Errors.TargetObject | Split-Path -Leaf | Sort-Object | Should -Be 'endless.log', 'pipe.log', 's.log', 'topipe.log'
        $run.Output | Should -Not -BeNullOrEmpty
    }

    It 'are refused by their own names: <Command>' -ForEach $commands {
        foreach ($device in '/dev/zero', '/dev/random', '/dev/null', '/dev/full') {
            $failure = (Invoke-Script ($Command -f $device)).Errors
            Format-Failure $failure | Should -BeExactly 'NotRegularFile InvalidArgument'
            "$failure" | Should -BeLike '*Name a file.*'
        }
    }

    It 'are reported when they replace a log that is followed, until that is back' {
        $path = New-Log 'app.txt' 'one'
        $watch = Start-Script "Watch-LogFile '$path' -FromStart"
        try {
            Wait-For { $watch.Output.Count -eq 1 }
            Remove-Item $path
            mkfifo $path
            $next = New-Log next.txt 'two'
            Wait-For { $watch.Errors.Count -gt 0 }
            [System.IO.File]::Move($next, $path, $true)
            Wait-For { $watch.Output.Count -eq 2 }
            $watch.Errors.ReadAll() | ForEach-Object { Format-Failure $_ } | Sort-Object -Unique | Should -BeExactly 'NotRegularFile InvalidArgument'
        }
        finally { Stop-Script $watch }
    }
}

Describe 'A file without a size' -Tag 'Linux only: /proc' -Skip:(-not $IsLinux) {
    It 'is read' {
        Get-LogEntry /proc/version | Should -Not -BeNullOrEmpty
        (Measure-LogErrors /proc/version).Lines | Should -Be 1
    }

    It 'is read to its end where that is near, and so far otherwise' {
        # Such as a list of all symbols of the kernel, which is long on some machines and empty on others.
        $size = 0
        $file = [System.IO.File]::OpenRead('/proc/kallsyms')
        $block = [byte[]]::new(65536)
        while ($read = $file.Read($block, 0, $block.Length)) { $size += $read }
        $file.Dispose()
        foreach ($script in 'Measure-LogErrors /proc/kallsyms', 'Get-LogEntry /proc/kallsyms | Measure-LogErrors') {
            $run = Invoke-Script $script
            $run.Errors.FullyQualifiedErrorId -replace ',.*' | Should -Be ($size -ge 4MB ? 'UnsizedFile' : $null)
            $run.Output.Lines -gt 0 | Should -Be ($size -gt 0)
        }
    }
}

Describe 'A full disk' -Tag 'Linux only: a limit for the size of files' -Skip:(-not $IsLinux -or -not (Get-Command bash -ErrorAction Ignore)) {
    BeforeEach {
        $folder = Join-Path $TestDrive (New-Guid)
        $null = New-Item -ItemType Directory $folder
        Push-Location $folder
        1..9 | ForEach-Object { Set-Content "$_.log" "2025-01-24 07:00:30 ERROR $_" }
    }

    AfterEach {
        Pop-Location
    }

    It 'gives one error and leaves the old checkpoint, from which the next run goes on' {
        Watch-LogFile 1.log -FromStart -NoFollow -CheckpointPath state.json | Should -HaveCount 1
        $old = Get-Content state.json -Raw
        $output = Invoke-Process 'Watch-LogFile *.log -FromStart -NoFollow -CheckpointPath state.json -ErrorVariable e -ErrorAction SilentlyContinue | Out-Null; $e.Count; $e.FullyQualifiedErrorId' -Limit 1
        $output.Trim() -split '\s+' | Should -Be 1, 'CheckpointUnusable,LogAnalysis.Commands.WatchLogFileCommand'
        Get-Content state.json -Raw | Should -BeExactly $old
        (Get-ChildItem $folder -Force -Name -Exclude *.log) | Should -Be 'state.json', 'state.json.lock'
        Watch-LogFile *.log -FromStart -NoFollow -CheckpointPath state.json | Should -HaveCount 8
    }

    It 'gives one error and leaves no half of a report: <File>' -ForEach @(@{ File = 'r.html' }, @{ File = 'r.json' }, @{ File = 'r.csv' }, @{ File = 'r.md' }) {
        Set-Content $File 'old'
        # A pattern a message, so that every format takes more than there is room for.
        Set-Content 1.log (1..200 | ForEach-Object { "2025-01-24 07:00:30 ERROR $([char] (65 + $_ % 26))$('x' * ($_ % 50)) happened in $('y' * ($_ / 26))" })
        $output = Invoke-Process "Get-LogReport *.log -Top 100 | Export-LogReport $File -Force -ErrorVariable e -ErrorAction SilentlyContinue; @(`$e | Where-Object { `$_ -is [System.Management.Automation.ErrorRecord] })[0].FullyQualifiedErrorId; `$Error[0].FullyQualifiedErrorId" -Limit 1
        $output | Should -Match 'WriteFailed'
        Get-Content $File | Should -Be 'old'
        Get-ChildItem $folder -Force -Name -Exclude *.log | Should -Be $File
    }
}
