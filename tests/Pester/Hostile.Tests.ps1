# What others can put where the module reads: reports, counts, names of files, patterns that run away. Each was found by attack.
BeforeAll {
    . $PSScriptRoot/Support.ps1
    $escape = [char] 27
}

Describe 'A report that was not counted' {
    BeforeAll {
        Enter-NewFolder
        New-Log app.log '2025-01-24 07:00:30 ERROR lost'
        Get-LogReport app.log | Export-LogReport report.json

        # What a report merges by, with something else in it.
        function New-State([string] $Json) {
            $packed = [System.IO.MemoryStream]::new()
            $stream = [System.IO.Compression.BrotliStream]::new($packed, [System.IO.Compression.CompressionLevel]::Fastest)
            $stream.Write([System.Text.Encoding]::UTF8.GetBytes($Json))
            $stream.Dispose()
            [Convert]::ToBase64String($packed.ToArray())
        }
    }

    AfterAll { Pop-Location }

    It 'is one error as <Format>, and no file: <Set>' -ForEach @(
        foreach ($format in 'html', 'json', 'csv', 'md') {
            foreach ($set in '$r.ErrorRate = -7', '$r.ErrorRate = [double]::PositiveInfinity', '$r.Entries = -1', '$r.Levels[0].Count = -5', '$r.ErrorPatterns[0].Percent = [double]::NaN',
                '$r.BucketSize = [timespan]::MinValue', '$r.Bytes = [long]::MaxValue') { @{ Format = $format; Set = $set } }
        }
    ) {
        $run = Invoke-Script "`$r = Get-LogReport app.log; $Set; `$r | Export-LogReport new.$Format -Force"
        Format-Failure $run.Errors | Should -BeExactly 'UnusableReport InvalidData'
        "$($run.Errors)" | Should -BeLike '*cannot have been counted*'
        Test-Path new.$Format | Should -BeFalse
    }

    It 'is one error in another version: <Command>' -ForEach @(
        @{ Command = 'Get-Content other.json -Raw | ConvertFrom-Json | Get-LogReport'; Failure = 'UnusableReport InvalidData' }
        @{ Command = 'Get-Content other.json -Raw | ConvertFrom-Json | Export-LogReport other.md'; Failure = 'UnusableReport InvalidData' }
        @{ Command = 'Compare-LogReport report.json other.json'; Failure = 'NotAReport InvalidData' }
    ) {
        (Get-Content report.json -Raw).Replace('"version": 2', '"version": 99') | Set-Content other.json
        Format-Failure (Invoke-Script $Command).Errors | Should -BeExactly $Failure
    }

    It 'takes no more memory than a report: a few kilobytes that unpack to millions of objects' {
        $bucket = '{"start":"2025-01-24T07:00:30Z"}'
        $state = New-State ('{"timeline":[' + "$bucket," * 2000000 + $bucket + ']}')
        $state.Length | Should -BeLessThan 30000
        Set-Content bomb.json "{`"schema`":`"loganalysis.report`",`"version`":1,`"MergeState`":`"$state`"}"
        $before = [GC]::GetTotalAllocatedBytes()
        Format-Failure (Invoke-Script 'Compare-LogReport report.json bomb.json').Errors | Should -BeExactly 'NotAReport InvalidData'
        [GC]::GetTotalAllocatedBytes() - $before | Should -BeLessThan 50MB
    }

    It 'is not waited for where its file is a pipe' -Tag 'Unix only: pipes' -Skip:($IsWindows -or -not (Get-Command mkfifo -ErrorAction Ignore)) {
        mkfifo pipe.json
        Format-Failure (Invoke-Script 'Compare-LogReport report.json pipe.json').Errors | Should -BeExactly 'NotRegularFile InvalidArgument'
    }

    It 'is read as Export-LogReport, Export-Clixml and Set-Content write it: <Name>' -ForEach @(
        @{ Name = 'utf16.json'; Write = { Get-Content report.json -Raw | Set-Content utf16.json -Encoding unicode } }
        @{ Name = 'bom.json'; Write = { Get-Content report.json -Raw | Set-Content bom.json -Encoding utf8BOM } }
        @{ Name = 'report.xml'; Write = { Get-LogReport app.log | Export-Clixml report.xml } }
        @{ Name = 'utf16.xml'; Write = { Get-LogReport app.log | Export-Clixml utf16.xml -Encoding unicode } }
    ) {
        & $Write
        Compare-LogReport report.json $Name -IncludeEqual | Should -Not -BeNullOrEmpty
        Compare-LogReport report.json $Name | Should -BeNullOrEmpty
    }
}

Describe 'Counts that cannot be' {
    BeforeAll { Enter-NewFolder }
    AfterAll { Pop-Location }

    It 'are left out with one error: <Type>, <Set>' -ForEach @(
        @{ Type = 'LogErrorGroup'; Set = @{ Count = -5 } }
        @{ Type = 'LogErrorGroup'; Set = @{ Count = [long]::MaxValue } }
        @{ Type = 'LogErrorGroup'; Set = @{ Count = 0 } }
        @{ Type = 'LogErrorSummary'; Set = @{ Errors = -1 } }
        @{ Type = 'LogErrorSummary'; Set = @{ Errors = 7; Entries = 1 } }
        @{ Type = 'LogStatusCodeCount'; Set = @{ Count = -1 } }
        @{ Type = 'LogStatusCodeCount'; Set = @{ Code = 99999 } }
        @{ Type = 'LogStatusCode'; Set = @{ Code = -3 } }
        @{ Type = 'LogStatusCode'; Set = @{ Bytes = -3 } }
    ) {
        New-Log app.log '2025-01-24 07:00:30 ERROR lost', '1.2.3.4 - - [17/May/2025:10:05:03 +0000] "GET / HTTP/1.1" 500 1'
        $command = @{ LogErrorGroup = 'Measure-LogErrors app.log -By Pattern'; LogErrorSummary = 'Measure-LogErrors app.log'; LogStatusCodeCount = 'Get-LogStatusCode app.log -Summary'; LogStatusCode = 'Get-LogStatusCode app.log' }[$Type]
        $wrong = Invoke-Expression $command | Select-Object -First 1 | ConvertTo-Returned
        foreach ($name in $Set.Keys) { $wrong.$name = $Set[$name] }
        $run = Invoke-Script '$($wrong; $wrong; Invoke-Expression $command) | Get-LogReport'
        Format-Failure $run.Errors | Should -BeExactly 'ImpossibleCounts InvalidData'
        "$($run.Errors)" | Should -BeLike '*2 objects*'
        $run.Output.Errors | Should -BeGreaterThan 0
    }

    It 'are left out where their sum would be' {
        $many = 1..20 | ForEach-Object { [pscustomobject] @{ PSTypeName = 'Deserialized.LogAnalysis.LogErrorSummary'; Entries = 1e12; Lines = 1e12; Errors = 1e12; Critical = 0; Warnings = 0 } }
        ($many | Measure-LogErrors).Errors | Should -Be 20e12
    }

    It 'are no sizes of responses' {
        New-Log access.log '1.2.3.4 - - [17/May/2025:10:05:03 +0000] "GET / HTTP/1.1" 200 9223372036854775807', '1.2.3.4 - - [17/May/2025:10:05:03 +0000] "GET / HTTP/1.1" 200 -5',
            '1.2.3.4 - - [17/May/2025:10:05:03 +0000] "GET / HTTP/1.1" 200 7'
        (Get-LogReport access.log).ResponseBytes | Should -Be 7
        (Get-LogStatusCode access.log).Bytes | Where-Object { $null -ne $_ } | Should -Be 7
    }
}

Describe 'A name with a backslash' -Tag 'Unix only: backslashes in names' -Skip:$IsWindows {
    BeforeAll {
        Enter-NewFolder
        New-Log priv/hidden.log 'ERROR hidden'
        New-Log 'logs/app.log' 'ERROR app'
        [System.IO.File]::WriteAllText((Join-Path $PWD 'logs') + '/x\..\..\priv\hidden.log', "ERROR planted`n")
        [System.IO.File]::WriteAllText((Join-Path $PWD 'logs') + '/a\b.log', "ERROR name`n")
    }

    AfterAll { Pop-Location }

    It 'is a name: <Command>' -ForEach @(
        foreach ($command in 'Get-LogEntry logs/*.log', 'Get-LogEntry logs/**/*.log', 'Get-LogEntry **/*.log -Exclude */priv/*', 'Watch-LogFile logs/*.log -FromStart -NoFollow', 'Get-ChildItem logs | Get-LogEntry',
            'Get-ChildItem logs | ForEach-Object { Get-LogEntry -LiteralPath $_.FullName }', 'Get-ChildItem logs | ForEach-Object { Get-LogEntry -LiteralPath $_.PSPath }', 'Get-LogEntry logs\*.log') { @{ Command = $command } }
    ) {
        (Invoke-Expression $Command).Message | Sort-Object | Should -Be 'app', 'name', 'planted'
    }
}

Describe 'A name that is not UTF-8' -Tag 'Linux only: names of any bytes' -Skip:(-not $IsLinux) {
    It 'is reported, and the others are read: <Command>' -ForEach @(
        foreach ($command in 'Get-LogEntry *.log', 'Get-LogEntry **/*.log', 'Measure-LogErrors *.log', 'Watch-LogFile *.log -NoFollow -FromStart') { @{ Command = $command } }
    ) {
        Enter-NewFolder
        New-Log good.log 'ERROR a'
        & bash -c 'echo ERROR b > $(printf "bad\377.log")'
        $run = Invoke-Script $Command
        Format-Failure $run.Errors | Should -BeExactly 'FileNotFound ObjectNotFound'
        "$($run.Errors)" | Should -BeLike "*bad$([char] 0xFFFD).log*its name is not UTF-8. Rename it."
        $run.Output | Should -HaveCount 1
        # Pester cannot remove it.
        & bash -c 'rm bad*'
        Pop-Location
    }
}

Describe 'A pattern that runs away' {
    BeforeAll {
        Enter-NewFolder
        New-Log evil.log (@('a' * 40 + '!') * 50 + 'fine, aab')
        New-Log some.log (@('a' * 40 + '!') * 3 + 'fine, aab')
    }

    AfterAll { Pop-Location }

    It 'ends the command after ten entries, with one error: <Command>' -ForEach @(
        foreach ($command in 'Get-LogEntry evil.log {0}', 'Get-LogEntry evil.log -Tail 100 {0}', 'Get-LogEntry evil.log -Merge {0}', 'Watch-LogFile evil.log -FromStart -NoFollow {0}', 'Measure-LogErrors evil.log {0}', 'Get-LogReport evil.log {0}',
            'Measure-LogField evil.log {0}', 'Get-Content evil.log | Measure-LogErrors {0}') { @{ Command = $command } }
    ) {
        $run = Invoke-Script ($Command -f "-Pattern '^(a+)+(b)?\2$'")
        Format-Failure $run.Errors | Should -BeExactly 'PatternTimeout OperationTimeout'
        "$($run.Errors)" | Should -BeLike '*took longer than 0.1 s on 10 entries*It was given up, and the command with it.*'
        $run.Output | Should -BeNullOrEmpty
    }

    It 'leaves out fewer entries, with one error: <Parameter>' -ForEach @(@{ Parameter = 'Pattern' }, @{ Parameter = 'NotPattern' }) {
        $run = Invoke-Script "Get-LogEntry some.log -$Parameter '^(a+)+(?!x)\1?b`$|^fi(?!x)\w'"
        Format-Failure $run.Errors | Should -BeExactly 'PatternTimeout OperationTimeout'
        "$($run.Errors)" | Should -BeLike "*on 3 entries, which were skipped (first on line 1 of '*some.log').*"
        $run.Output | Should -HaveCount $(if ($Parameter -eq 'Pattern') { 1 } else { 0 })
    }
}

Describe 'What somebody typed' {
    It 'comes back in an error without what commands a terminal: <Parameter>' -ForEach @(
        foreach ($parameter in 'Since', 'Until', 'Encoding', 'TimeZone') { @{ Command = 'Get-LogEntry'; Parameter = $parameter } }
        @{ Command = 'Get-LogReport'; Parameter = 'BucketSize' }
        foreach ($parameter in 'Every', 'By', 'Format', 'Pattern', 'Path', 'Exclude') { @{ Command = 'Measure-LogErrors'; Parameter = $parameter } }
        @{ Command = 'Watch-LogFile'; Parameter = 'Timeout' }
        @{ Command = 'Watch-LogFile'; Parameter = 'CheckpointPath' }
        @{ Command = 'Get-LogStatusCode'; Parameter = 'Code' }
    ) {
        Enter-NewFolder
        New-Log app.log 'ERROR a'
        # A bracket that closes and one that does not: malformed in two ways.
        $value = "$escape[31m[$escape]0;x`a(["
        $arguments = @{ $Parameter = $Parameter -eq 'CheckpointPath' ? "none/$value" : $value }
        if ($Parameter -ne 'Path') { $arguments.Path = 'app.log' }
        $run = Invoke-Script "$Command @arguments -Verbose 3>&1 4>&1 | Out-String"
        $texts = $run.Errors | ForEach-Object { "$_"; $_.Exception.Message; $_.Exception.InnerException.Message; "$($_.TargetObject)"; $_.CategoryInfo.TargetName; $_ | Out-String }
        "$texts$($run.Output)" -replace "$escape\[[0-9;]*m" | Should -Not -Match "[$escape`a]"
        if ($Parameter -notin 'By', 'Exclude') { $run.Errors | Should -Not -BeNullOrEmpty }
        Pop-Location
    }
}

Describe 'A spreadsheet' {
    It 'sees no formula in a file of Export-LogReport; Export-Csv writes what the log says' {
        Enter-NewFolder
        New-Log app.log "2025-01-24 07:00:30 ERROR =cmd was lost"
        Get-LogReport app.log | Export-LogReport report.csv
        Get-Content report.csv | ForEach-Object { $_ -split ',' } | Should -Not -Match '^"?[=+@-]\D'
        (Measure-LogErrors app.log -By Pattern).Name | Should -BeLike '=cmd*'
        Get-Content $root/SECURITY.md -Raw | Should -Match 'Export-Csv'
        Pop-Location
    }
}
