# What is Windows' own: how files are shared, named and told apart.
BeforeDiscovery {
    . $PSScriptRoot/Platform.ps1
}

BeforeAll {
    . $PSScriptRoot/Support.ps1

    # Opens a log as a logger does that shares it in this way, and writes to it at once.
    function Open-Log([string] $Path, [System.IO.FileShare] $Share) {
        $stream = [System.IO.FileStream]::new($Path, 'Append', 'Write', $Share)
        $writer = [System.IO.StreamWriter]::new($stream)
        $writer.AutoFlush = $true
        $writer.NewLine = "`r`n"
        $writer
    }
}

Describe 'On Windows' -Skip:(-not $IsWindows) -Tag 'Windows only: sharing, names and identities of files' {
    BeforeEach {
        Enter-NewFolder
        $path = New-Log app.log '2025-01-24 07:00:30 ERROR first'
        $watch = $writer = $null
    }

    AfterEach {
        if ($writer) { $writer.Dispose() }
        if ($watch) { Stop-Script $watch }
        Pop-Location
    }

    Context 'a file that a logger holds' {
        It 'is read where it is shared as <Share>' -ForEach @(@{ Share = 'Read' }, @{ Share = 'ReadWrite' }, @{ Share = 'ReadWrite, Delete' }) {
            $writer = Open-Log $path $Share
            $writer.WriteLine('2025-01-24 07:00:31 ERROR second')
            (Measure-LogErrors $path).Errors | Should -Be 2
            (Get-LogEntry $path).Message | Should -Be 'first', 'second'
            (Watch-LogFile $path -NoFollow).Message | Should -Be 'first', 'second'
            (Get-LogReport $path).Errors | Should -Be 2
        }

        It 'is one error where it is not shared, and the others are read: <Command>' -ForEach @(
            @{ Command = 'Get-LogEntry *.log' }, @{ Command = 'Measure-LogErrors *.log' }, @{ Command = 'Get-LogReport *.log' }, @{ Command = 'Watch-LogFile *.log -NoFollow' }
        ) {
            $null = New-Log other.log '2025-01-24 07:00:30 ERROR other'
            $writer = Open-Log $path None
            $run = Invoke-Script $Command
            $run.Output | Should -HaveCount 1
            $run.Errors | Should -HaveCount 1
            $run.Errors[0].FullyQualifiedErrorId | Should -BeLike 'FileLocked,*'
            $run.Errors[0].Exception.Message | Should -BeLike "*app.log' is locked by another process that does not share it."
        }

        It 'can go on writing while it is followed, where it is shared as <Share>' -ForEach @(@{ Share = 'Read' }, @{ Share = 'ReadWrite' }) {
            $watch = Start-Script "Watch-LogFile '$path' -FromStart"
            Wait-For { $watch.Output.Count -ge 1 }
            $writer = Open-Log $path $Share
            foreach ($i in 1..100) { $writer.WriteLine("line $i") }
            Wait-For { $watch.Output.Count -ge 101 }
            $watch.Output.ReadAll().Text | Should -Be (@('2025-01-24 07:00:30 ERROR first') + (1..100 | ForEach-Object { "line $_" }))
        }

        It 'can be opened for itself alone between two looks at it, by who opens it for each line' {
            $watch = Start-Script "Watch-LogFile '$path' -FromStart"
            Wait-For { $watch.Output.Count -ge 1 }
            foreach ($i in 1..20) {
                Wait-For {
                    try {
                        $log = Open-Log $path 'ReadWrite, Delete'
                        $log.WriteLine("line $i")
                        $log.Dispose()
                        $true
                    }
                    catch [System.IO.IOException] { $false }
                }
            }
            Wait-For { $watch.Output.Count -ge 21 }
            $watch.Output.ReadAll()[-1].Text | Should -Be 'line 20'
        }
    }

    Context 'a file that is followed' {
        It 'can be renamed, and the new one is followed' {
            $watch = Start-Script "Watch-LogFile '$path' -FromStart"
            Wait-For { $watch.Output.Count -ge 1 }
            foreach ($i in 1..3) {
                [System.IO.File]::Move($path, "$path.$i")
                $writer = Open-Log $path ReadWrite
                $writer.WriteLine("line $i")
                $writer.Dispose()
                Wait-For { $watch.Output.Count -ge 1 + $i }
            }
            $watch.Output.ReadAll().Text | Should -Be '2025-01-24 07:00:30 ERROR first', 'line 1', 'line 2', 'line 3'
        }

        It 'can be replaced several times within a second, and no line is lost' {
            $watch = Start-Script "Watch-LogFile '$path' -FromStart"
            Wait-For { $watch.Output.Count -ge 1 }
            foreach ($i in 1..5) {
                # Files of the same time of writing are read in the order of their numbers, the highest first, as rotation numbers them.
                [System.IO.File]::Move($path, "$path.$(6 - $i)")
                [System.IO.File]::WriteAllText($path, "line $i`r`n")
            }
            Wait-For { $watch.Output.Count -ge 6 }
            $watch.Output.ReadAll().Text | Should -Be (@('2025-01-24 07:00:30 ERROR first') + (1..5 | ForEach-Object { "line $_" }))
        }

        It 'can be deleted' {
            $watch = Start-Script "Watch-LogFile '$path' -FromStart"
            Wait-For { $watch.Output.Count -ge 1 }
            { [System.IO.File]::Delete($path) } | Should -Not -Throw
        }

        It 'can be deleted, and one that is written there later is read' -Skip:$isWine -Tag 'Not under Wine: a deleted file keeps its name there until everybody has closed it' {
            $watch = Start-Script "Watch-LogFile '$path' -FromStart"
            Wait-For { $watch.Output.Count -ge 1 }
            [System.IO.File]::Delete($path)
            Wait-For { -not (Test-Path $path) }
            $null = New-Log app.log 'another', 'two'
            Wait-For { $watch.Output.Count -ge 3 }
            $watch.Output.ReadAll().Text | Should -Be '2025-01-24 07:00:30 ERROR first', 'another', 'two'
        }
    }

    Context 'the name of a file' {
        It 'may be written as <Name>' -ForEach @(
            @{ Name = 'a path with a drive'; Spelling = { $path } }
            @{ Name = 'a path with slashes'; Spelling = { $path.Replace('\', '/') } }
            @{ Name = 'a relative path'; Spelling = { '.\app.log' } }
            @{ Name = 'a name in capitals'; Spelling = { 'APP.LOG' } }
            @{ Name = 'a device path'; Spelling = { "\\?\$path" } }
            @{ Name = 'a path through the parent'; Spelling = { "..\$(Split-Path $PWD -Leaf)\app.log" } }
        ) {
            (Measure-LogErrors -LiteralPath (& $Spelling)).Errors | Should -Be 1
        }

        It 'counts once, however often and however it is written' {
            $summary = Measure-LogErrors $path, 'APP.log', '.\app.log', $path.Replace('\', '/'), '*.LOG'
            $summary | Should -HaveCount 1
            $summary.Errors | Should -Be 1
        }

        It 'may be longer than 260 characters' {
            $long = New-Log "$('d' * 120)\$('e' * 120)\app.log" 'ERROR far away'
            $long.Length | Should -BeGreaterThan 260
            (Measure-LogErrors -LiteralPath $long).Errors | Should -Be 1
            (Get-LogEntry '**\app.log' -Level Error).Text | Should -Contain 'ERROR far away'
        }

        It 'may be of a share' -Skip:$isWine -Tag 'Not under Wine: it has no shares' {
            (Measure-LogErrors -LiteralPath "\\localhost\$($path[0])`$$($path.Substring(2))").Errors | Should -Be 1
        }

        It 'may be of a share, and is one error where there is none' {
            $run = Invoke-Script 'Measure-LogErrors -LiteralPath \\localhost\no-such-share\app.log'
            $run.Output | Should -HaveCount 0
            $run.Errors | Should -HaveCount 1
            $run.Errors[0].TargetObject | Should -Be '\\localhost\no-such-share\app.log'
        }

        It 'is one error where Windows allows no such name, and the others are read: <Name>' -ForEach @(
            @{ Name = 'a|b.log' }, @{ Name = 'a"b.log' }, @{ Name = 'a<b>.log' }, @{ Name = 'NUL' }
        ) {
            foreach ($command in 'Get-LogEntry', 'Measure-LogErrors', 'Get-LogReport', 'Get-LogStatusCode -Summary', 'Watch-LogFile -NoFollow') {
                $run = Invoke-Script "$command -LiteralPath '$Name', '$path'"
                $run.Errors | Should -HaveCount 1 -Because $command
                $run.Errors[0].FullyQualifiedErrorId | Should -Match '^(FileNotFound|NotRegularFile),' -Because $command
            }
        }
    }

    Context 'a wildcard' {
        BeforeEach {
            $null = New-Log 'Web.LOG' 'ERROR a'
            $null = New-Log 'logs\Sub\web2.Log' 'ERROR b'
        }

        It 'does not tell capitals from small letters: <Pattern>' -ForEach @(
            @{ Pattern = '*.log'; Count = 2 }, @{ Pattern = 'WEB*'; Count = 1 }, @{ Pattern = '**/*.log'; Count = 3 }, @{ Pattern = '**\WEB*.log'; Count = 2 }
            @{ Pattern = 'LOGS\*\W[ae]B?.LOG'; Count = 1 }, @{ Pattern = 'Logs/sub/*.log'; Count = 1 }
        ) {
            Measure-LogErrors $Pattern | Should -HaveCount $Count
            @((Get-ChildItem ($Pattern -replace '^\*\*.') -Recurse:($Pattern -like '`*`**'))).Count | Should -Be $Count
        }

        It 'of -Exclude does not either, and takes both separators: <Pattern>' -ForEach @(
            @{ Pattern = 'WEB*' }, @{ Pattern = 'web.log', '*/LOGS/*' }, @{ Pattern = 'web.log', '*\Logs\*' }
        ) {
            (Measure-LogErrors '**/*.log' -Exclude $Pattern).Path | Should -Be $path
        }

        It 'is followed likewise' {
            $watch = Start-Script "Watch-LogFile '*.log' -FromStart"
            Wait-For { $watch.Output.Count -ge 2 }
            $later = New-Log 'Later.LOG' 'ERROR later'
            Wait-For { $watch.Output.Count -ge 3 }
            $watch.Output.ReadAll()[-1].Path | Should -Be $later
        }

        It 'and a name in capitals are followed through a rotation' {
            $watch = Start-Script "Watch-LogFile APP.LOG -FromStart"
            Wait-For { $watch.Output.Count -ge 1 }
            Add-Content $path 'second'
            [System.IO.File]::Move($path, "$path.1")
            [System.IO.File]::WriteAllText($path, "third`r`n")
            Wait-For { $watch.Output.Count -ge 3 }
            $watch.Output.ReadAll().Text | Should -Be '2025-01-24 07:00:30 ERROR first', 'second', 'third'
        }
    }

    Context 'the identity of a file' {
        It 'is that of the file and not of its name: a hard link is the same one' {
            $null = New-Item -ItemType HardLink linked.log -Target $path
            Watch-LogFile $path -NoFollow -FromStart -CheckpointPath state.json | Should -HaveCount 1
            Remove-Item $path
            Rename-Item linked.log app.log
            Add-Content $path 'second'
            (Watch-LogFile $path -NoFollow -CheckpointPath state.json).Text | Should -Be 'second'
        }

        It 'is another one for a file that is replaced, though Windows gives it the same time of creation' {
            Watch-LogFile $path -NoFollow -FromStart -CheckpointPath state.json | Should -HaveCount 1
            $created = [System.IO.File]::GetCreationTimeUtc($path)
            Rename-Item $path old.log
            $null = New-Log app.log '2025-01-24 07:00:30 ERROR first'
            [System.IO.File]::SetCreationTimeUtc($path, $created)
            Watch-LogFile $path -NoFollow -CheckpointPath state.json | Should -HaveCount 1
        }
    }
}

Describe 'Lines that end as on Windows' {
    BeforeEach { Enter-NewFolder }
    AfterEach { Pop-Location }

    It 'have no line end in Text, and count once' {
        $path = Join-Path $PWD 'crlf.log'
        [System.IO.File]::WriteAllText($path, "2025-01-24 07:00:30 ERROR one`r`n`tat a.b(c.cs:1)`r`n2025-01-24 07:00:31 INFO two`r`n")
        (Watch-LogFile $path -NoFollow).Text | Should -Be '2025-01-24 07:00:30 ERROR one', "`tat a.b(c.cs:1)", '2025-01-24 07:00:31 INFO two'
        $summary = Measure-LogErrors $path
        $summary.Lines, $summary.Entries, $summary.Errors | Should -Be 3, 2, 1
    }

    It 'are one line also where \r and \n are written apart' {
        $path = Join-Path $PWD 'apart.log'
        [System.IO.File]::WriteAllText($path, "first`r`n")
        $watch = Start-Script "Watch-LogFile '$path' -FromStart"
        $writer = [System.IO.FileStream]::new($path, 'Append', 'Write', 'ReadWrite', 1)
        try {
            Wait-For { $watch.Output.Count -ge 1 }
            foreach ($i in 1..5) {
                $writer.Write([System.Text.Encoding]::ASCII.GetBytes("line $i`r"))
                $writer.Flush()
                # Long enough to be read by itself, where it is read; the result must be the same where it is not.
                Start-Sleep -Milliseconds 300
                $writer.Write([byte[]] (, 10))
                $writer.Flush()
            }
            Wait-For { $watch.Output.Count -ge 6 }
            $watch.Output.ReadAll().Text | Should -Be (@('first') + (1..5 | ForEach-Object { "line $_" }))
        }
        finally {
            $writer.Dispose()
            Stop-Script $watch
        }
    }
}
