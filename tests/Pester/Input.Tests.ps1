# What commands take: paths, wildcards, encodings, files, lines, entries and each other's output.
BeforeDiscovery {
    . $PSScriptRoot/Platform.ps1
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
}

Describe 'Paths' {
    BeforeAll {
        Enter-NewFolder
        New-Log a.log 'ERROR a'
        New-Log b.log 'ERROR b', 'ERROR b'
        New-Log b.log.1 'INFO b'
        New-Log deep/er/c.log 'ERROR c'
        New-Log 'odd[1].log' 'ERROR odd', 'INFO odd'
    }

    AfterAll { Pop-Location }

    It 'name files, each of which is read once: <Arguments>' -ForEach @(
        @{ Arguments = 'a.log'; Expected = 'a.log' }
        @{ Arguments = './a.log'; Expected = 'a.log' }
        @{ Arguments = 'b.log, a.log'; Expected = 'b.log', 'a.log' }
        @{ Arguments = 'a.log, ./a.log, *a*'; Expected = 'a.log' }
        @{ Arguments = '*.log'; Expected = 'a.log', 'b.log', 'odd[1].log' }
        @{ Arguments = '[ab].log'; Expected = 'a.log', 'b.log' }
        @{ Arguments = '**/*.log'; Expected = 'a.log', 'b.log', 'deep/er/c.log', 'odd[1].log' }
        @{ Arguments = 'deep/**'; Expected = 'deep/er/c.log' }
        @{ Arguments = '*.log -Exclude b*, odd*'; Expected = 'a.log' }
        @{ Arguments = '**/*.log -Exclude */deep/*'; Expected = 'a.log', 'b.log', 'odd[1].log' }
        @{ Arguments = 'b.log* -Exclude *.log'; Expected = 'b.log.1' }
        @{ Arguments = "'odd[1].log'"; Expected = 'odd[1].log' }
        @{ Arguments = "-LiteralPath 'odd[1].log'"; Expected = 'odd[1].log' }
    ) {
        $read = (Invoke-Expression "Measure-LogErrors $Arguments").Path | ForEach-Object { [System.IO.Path]::GetRelativePath($PWD.ProviderPath, $_).Replace('\', '/') }
        $read | Should -BeExactly $Expected
    }

    It 'give a summary each, and one in total on request' {
        (Measure-LogErrors a.log, b.log).Errors | Should -Be 1, 2
        $total = Measure-LogError a.log, b.log -Total
        $total.Errors | Should -Be 3
        $total.Path | Should -BeNullOrEmpty
    }

    It 'come from the pipeline as files: <Script>' -ForEach @(
        @{ Script = 'Get-ChildItem *.log -File | Measure-LogErrors'; Errors = 4 }
        @{ Script = 'Get-ChildItem *.log | Measure-LogErrors -Exclude b*'; Errors = 2 }
        @{ Script = 'Get-Item a.log | Measure-LogErrors'; Errors = 1 }
        @{ Script = '(Get-ChildItem *.log | Get-LogEntry | Where-Object Level -EQ Error) | Measure-LogErrors'; Errors = 4 }
    ) {
        (Invoke-Expression $Script).Errors | Should -Be $Errors
    }

    It 'are never found in a line' {
        New-Log list.txt (Join-Path $PWD 'a.log'), 'b.log'
        $fromFile = Get-Content list.txt | Measure-LogErrors -WarningAction Ignore
        $fromFile.Lines, $fromFile.Errors | Should -Be 2, 0
        $fromStrings = 'a.log', 'b.log' | Measure-LogErrors -WarningAction Ignore
        $fromStrings.Lines, $fromStrings.Errors | Should -Be 2, 0
    }
}

Describe 'Lines and entries from the pipeline' {
    BeforeAll {
        Enter-NewFolder
        New-Log a.log 'ERROR a'
        New-Log b.log 'ERROR b', 'ERROR b'
    }

    AfterAll { Pop-Location }

    It 'give one summary over everything: <Script>' -ForEach @(
        @{ Script = 'Get-Content a.log, b.log | Measure-LogErrors'; Errors = 3 }
        @{ Script = 'Get-Content b.log -Raw | Measure-LogErrors'; Errors = 2 }
        @{ Script = "'ERROR x', 'INFO y' | Measure-LogErrors"; Errors = 1 }
        @{ Script = '"ERROR x`nERROR y`r`nINFO z`n" | Measure-LogErrors'; Errors = 2 }
        @{ Script = 'Watch-LogFile *.log -NoFollow | Measure-LogErrors'; Errors = 3 }
        @{ Script = 'Watch-LogFile *.log -NoFollow | Where-Object Level -EQ Error | Measure-LogErrors'; Errors = 3 }
        @{ Script = '@() | Measure-LogErrors'; Errors = 0 }
        @{ Script = "`$null, '', 'ERROR x' | Measure-LogErrors"; Errors = 1 }
    ) {
        $summary = Invoke-Expression $Script
        $summary | Should -HaveCount 1
        $summary.Errors | Should -Be $Errors
    }

    It 'do not continue entries of another file' {
        New-Log x.log '2025-01-24 07:00:30 ERROR boom'
        New-Log y.log 'plain text of another file'
        $summary = Get-Content x.log, y.log | Measure-LogErrors
        $summary.Lines, $summary.Entries, $summary.Errors | Should -Be 2, 2, 1
    }
}

Describe 'Globs' {
    BeforeEach {
        $elsewhere = New-Item -ItemType Directory (Join-Path $TestDrive (New-Guid))
        Enter-NewFolder
        New-Log a.log 'ERROR a'
        New-Log sub/b.log 'ERROR b'
        $links = [System.Collections.Generic.List[string]]::new()
        function New-Link([string] $Path, $Target) {
            $null = New-Item -ItemType SymbolicLink $Path -Target $Target
            $links.Add((Join-Path $PWD $Path))
        }
    }

    AfterEach {
        Pop-Location
        # Pester looks through what is left, and enters links.
        $links | ForEach-Object { [System.IO.Directory]::Exists($_) ? [System.IO.Directory]::Delete($_) : [System.IO.File]::Delete($_) }
    }

    It 'do not enter links to folders, whether they lead in circles or elsewhere' -Skip:$isWine -Tag 'Not under Wine: it makes no symbolic links' {
        Set-Content (Join-Path $elsewhere 'secret.log') 'ERROR secret'
        # A few of these are as many folders as there are atoms.
        'one', 'two', 'sub/three', 'sub/four' | ForEach-Object { New-Link $_ $PWD.ProviderPath }
        New-Link sub/elsewhere $elsewhere
        (Get-LogEntry **/*.log).Message | Should -Be 'a', 'b'
        (Watch-LogFile **/*.log -FromStart -NoFollow).Message | Should -Be 'a', 'b'
        $watch = Start-Script 'Watch-LogFile **/*.log -FromStart'
        try {
            Wait-For { $watch.Output.Count -ge 2 }
            New-Log sub/c.log 'ERROR c'
            Wait-For { $watch.Output.Count -ge 3 }
            $watch.Output.ReadAll().Message | Should -Be 'a', 'b', 'c'
        }
        finally { Stop-Script $watch }
    }

    It 'read a link to a file as a log by another name' -Skip:$isWine -Tag 'Not under Wine: it makes no symbolic links' {
        $target = Join-Path $elsewhere 'c.log'
        Set-Content $target 'ERROR c'
        New-Link sub/link.log $target
        (Get-LogEntry **/*.log).Message | Sort-Object | Should -Be 'a', 'b', 'c'
    }

    It 'enter a link that is named' -Skip:$isWine -Tag 'Not under Wine: it makes no symbolic links' {
        $null = New-Item (Join-Path $elsewhere 'deep/c.log') -Value "ERROR c`n" -Force
        New-Link named $elsewhere
        (Get-LogEntry named/**/*.log).Message | Should -Be 'c'
    }

    It 'match what a wildcard without them matches: upper case, and nothing hidden' {
        New-Log UP.LOG 'ERROR up'
        New-Log .hidden.log 'ERROR hidden'
        New-Log sub/Mixed.Log 'ERROR mixed'
        New-Log .folder/c.log 'ERROR c'
        Get-ChildItem -Force -Recurse | Where-Object Name -Like .* | ForEach-Object { $_.Attributes = $_.Attributes -bor 'Hidden' }
        (Resolve-Path *.log | Split-Path -Leaf | Sort-Object) | Should -Be 'a.log', 'UP.LOG'
        foreach ($command in 'Get-LogEntry {0}', 'Watch-LogFile {0} -FromStart -NoFollow') {
            (Invoke-Expression ($command -f '*.log')).Message | Sort-Object | Should -Be 'a', 'up'
            (Invoke-Expression ($command -f '**/*.log')).Message | Sort-Object | Should -Be 'a', 'b', 'mixed', 'up'
        }
        # By its own name, or by PowerShell's way to say that hidden files are meant too, it is read.
        (Get-LogEntry .hidden.log).Message | Should -Be 'hidden'
        (Get-ChildItem -Force -Recurse -File | Get-LogEntry).Message | Should -Contain 'c'
    }

    It 'count a file that comes through the pipeline twice once: <Command>' -ForEach @(
        @{ Command = '{0} | Measure-LogErrors'; Property = 'Errors' }
        @{ Command = '{0} | Get-LogReport'; Property = 'Errors' }
        @{ Command = '{0} | Get-LogEntry | Measure-Object'; Property = 'Count' }
        @{ Command = '{0} | Get-LogEntry -Merge | Measure-Object'; Property = 'Count' }
        @{ Command = '{0} | Watch-LogFile -FromStart -NoFollow | Measure-Object'; Property = 'Count' }
        @{ Command = '{0} | Measure-LogErrors -By Level'; Property = 'Count' }
    ) {
        (Invoke-Expression ($Command -f '(Get-Item a.log, sub/../a.log, a.log)')).$Property | Should -Be 1
    }

    It 'name a folder that cannot be looked into, and look through the others' {
        if ($IsWindows -or [Environment]::IsPrivilegedProcess) {
            Set-ItResult -Skipped -Because 'nothing is forbidden to root, nor by a mode on Windows'
        }
        $locked = Split-Path (New-Log locked/c.log 'ERROR c')
        [System.IO.File]::SetUnixFileMode($locked, 'None')
        try {
            $run = Invoke-Script 'Get-LogEntry **/*.log'
            $run.Output | Should -HaveCount 2
            Format-Failure $run.Errors | Should -BeExactly 'FolderUnreachable PermissionDenied'
            $run.Errors.TargetObject | Should -BeExactly $locked

            # What appears later is found beside it.
            $watch = Start-Script 'Watch-LogFile */*.log'
            try { Wait-For { New-Log "sub/$(New-Guid).log" 'ERROR new'; $watch.Output.Count -gt 0 } }
            finally { Stop-Script $watch }
        }
        finally { [System.IO.File]::SetUnixFileMode($locked, 'UserRead, UserWrite, UserExecute') }
    }
}

Describe 'Encodings' {
    BeforeAll {
        Enter-NewFolder
        Set-Content latin1.log '2025-01-24 07:00:30 ERROR café' -Encoding latin1
        Set-Content wide.log '2025-01-24 07:00:30 ERROR café' -Encoding unicode
    }

    AfterAll { Pop-Location }

    It 'are taken in whatever way they are written: <Encoding>' -ForEach @(
        @{ Encoding = 'latin1' }, @{ Encoding = 'Latin1' }, @{ Encoding = 'windows-1252' }, @{ Encoding = 1252 }, @{ Encoding = [System.Text.Encoding]::Latin1 }
    ) {
        (Get-LogEntry latin1.log -Encoding $Encoding).Message | Should -BeExactly 'café'
        (Get-LogEntry latin1.log -Tail 1 -Encoding $Encoding).Message | Should -BeExactly 'café'
        (Get-LogEntry latin1.log -Merge -Encoding $Encoding).Message | Should -BeExactly 'café'
        (Watch-LogFile latin1.log -NoFollow -Encoding $Encoding).Message | Should -BeExactly 'café'
        (Measure-LogErrors latin1.log -Encoding $Encoding).LastMessage | Should -BeExactly 'café'
    }

    It 'are recognised by a mark at the beginning' {
        (Get-LogEntry wide.log).Message | Should -BeExactly 'café'
    }

    It 'are UTF-8 otherwise, and what is none is replaced' {
        (Get-LogEntry latin1.log).Message | Should -BeExactly "caf$([char] 0xFFFD)"
    }
}
