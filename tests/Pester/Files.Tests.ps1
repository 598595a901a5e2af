# What stands where a file should: a real PowerShell, the real file system, a disk that is full.
BeforeAll {
    . $PSScriptRoot/Support.ps1

    # Runs a script in a process of its own, here with a limit for files, in KiB, as a disk that is full.
    function Invoke-Process([string] $Script, [string] $Limit) {
        $command = "Import-Module '$manifest'; $Script"
        $limits = if ($Limit) { "trap '' XFSZ; ulimit -f $Limit; " }
        & bash -c "${limits}export DOTNET_EnableWriteXorExecute=0; exec '$pwsh' -NoProfile -NonInteractive -Command `"`$0`" 2>&1 </dev/null" $command | Out-String
    }
}

Describe 'Files that are none' -Skip:($IsWindows -or -not (Get-Command mkfifo, bash -ErrorAction Ignore)) {
    BeforeAll {
        $folder = Join-Path $TestDrive 'special'
        $null = New-Item -ItemType Directory $folder
        Push-Location $folder
        Set-Content good.log '1.2.3.4 - - [17/May/2025:10:05:03 +0000] "GET / HTTP/1.1" 500 1'
        mkfifo pipe.log
        $null = New-Item -ItemType SymbolicLink endless.log -Target /dev/zero
        $null = New-Item -ItemType SymbolicLink circle -Target .
        $null = New-Item -ItemType SymbolicLink another -Target .
    }

    AfterAll {
        Pop-Location
        # Pester looks through what is left, and enters links.
        & rm -rf $folder
    }

    It 'are refused at once by <Command>, and the good one is read' -ForEach @(
        @{ Command = 'Get-LogEntry' }, @{ Command = 'Measure-LogErrors' }, @{ Command = 'Get-LogStatusCode' }, @{ Command = 'Get-LogReport' }, @{ Command = 'Watch-LogFile -NoFollow' }
    ) {
        $output = Invoke-Process "`$e = @(); `$o = @($Command '**/*.log' -ErrorVariable e -ErrorAction SilentlyContinue); 'read', @(`$o).Count, (`$e.FullyQualifiedErrorId -replace ',.*' -join ' ') -join ' '"
        $output | Should -Match 'read 1 NotRegularFile NotRegularFile\s'
    }
}

Describe 'A full disk' -Skip:(-not $IsLinux -or -not (Get-Command bash -ErrorAction Ignore)) {
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
