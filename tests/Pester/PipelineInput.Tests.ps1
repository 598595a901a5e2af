# What comes through the pipeline, whatever it is: a line, an entry, a file, an object with a message; and what is none of these is said once.
BeforeAll {
    . $PSScriptRoot/Support.ps1
    Enter-NewFolder
    New-Log app.log '2025-01-24 07:00:30 INFO start', '2025-01-24 07:00:31 ERROR boom', "`tat x.y(Z.java:1)", '2025-01-24 07:00:32 FATAL gone'
    New-Log more.log '2025-01-24 07:00:33 ERROR more'
    $native = @{ Command = $pwsh; Arguments = $pwshArguments + '-Command', '[Console]::Error.WriteLine("2025-01-24 07:00:30 ERROR boom"); [Console]::Error.WriteLine(); [Console]::Error.WriteLine("INFO fine")' }
    function Invoke-Native { & $native.Command @($native.Arguments) }

    # Events as Get-WinEvent and Get-EventLog give them.
    $events = foreach ($row in @(1, 'Kritisch'), @(2, 'Fehler'), @(3, 'Avertissement'), @(4, 'Informazioni'), @(5, '詳細'), @(0, 'Audit Success')) {
        [pscustomobject] @{ TimeCreated = ([datetimeoffset] '2025-01-24T07:00:30Z').UtcDateTime; Level = [byte] $row[0]; LevelDisplayName = $row[1]; ProviderName = 'Disk'; Id = 7
            Message = "The device \Device\Harddisk1`nhas a bad block."; MachineName = 'web1'
        }
    }
    $entries = foreach ($type in 'Error', 'Warning', 'Information', 'SuccessAudit', 'FailureAudit') {
        [pscustomobject] @{ TimeGenerated = ([datetimeoffset] '2025-01-24T07:00:30Z').UtcDateTime; EntryType = $type; Source = 'disk'; EventID = 7; Message = 'bad block'; MachineName = 'web1' }
    }
    class EventShape {
        [Nullable[datetime]] $TimeCreated = ([datetimeoffset] '2025-01-24T07:00:30Z').UtcDateTime
        [Nullable[byte]] $Level = 2
        [string] $LevelDisplayName = 'Erreur'
        [string] $ProviderName = 'Disk'
        [int] $Id = 7
        [string] $MachineName = 'web1'
    }
    $typed = [EventShape]::new() | Add-Member -NotePropertyName Message -NotePropertyValue 'bad block' -PassThru
}

AfterAll { Pop-Location }

Describe 'A line' {
    It 'comes in arrays, from other commands and from error streams: <Script>' -ForEach @(
        @{ Script = 'Get-Content app.log -ReadCount 2'; Lines = 4; Errors = 2 }
        @{ Script = 'Get-Content app.log -ReadCount 0'; Lines = 4; Errors = 2 }
        @{ Script = ', (Get-Content app.log)'; Lines = 4; Errors = 2 }
        @{ Script = ', [System.Collections.Generic.List[object]] @("ERROR a", @("ERROR b", $null, "INFO c"))'; Lines = 3; Errors = 2 }
        @{ Script = 'Select-String " (ERROR|FATAL) " app.log'; Lines = 2; Errors = 2 }
        @{ Script = 'Select-String -Pattern ERROR -Path *.log | ConvertTo-Returned'; Lines = 2; Errors = 2 }
        @{ Script = 'Get-Content app.log | Select-String ERROR'; Lines = 1; Errors = 1 }
        @{ Script = 'Invoke-Native 2>&1'; Lines = 3; Errors = 1 }
    ) {
        $summary = Invoke-Expression "$Script | Measure-LogErrors"
        $summary.Lines, $summary.Errors | Should -Be $Lines, $Errors
        (Invoke-Expression "$Script | Get-LogReport").Lines | Should -Be $Lines
    }

    It 'keeps its file and its number: <Script>' -ForEach @(
        @{ Script = 'Get-Content app.log -ReadCount 3' ; Numbers = 1, 2, 4 }
        @{ Script = 'Select-String " (ERROR|FATAL) " app.log'; Numbers = 2, 4 }
        @{ Script = 'Get-Content app.log'; Numbers = 1, 2, 4 }
    ) {
        $read = Invoke-Expression "$Script | Get-LogEntry"
        $read.LineNumber | Should -Be $Numbers
        $read.Path | Sort-Object -Unique | Should -BeExactly (Join-Path $PWD app.log)
    }

    It 'that names a file is a line, and one warning says how to read the file' {
        $read = 'app.log', 'more.log', 'none.log' | Measure-LogErrors -WarningVariable warnings -WarningAction SilentlyContinue
        $read.Lines, $read.Errors | Should -Be 3, 0
        $warnings | Should -HaveCount 1
        "$warnings" | Should -Match "'app.log' is the name of a file.*Get-Item 'app.log' \| Measure-LogErrors"
        'ERROR x' | Measure-LogErrors -WarningVariable warnings | Out-Null
        $warnings | Should -BeNullOrEmpty
    }
}

Describe 'An object with a message' {
    It 'is an entry by the names that JSON lines use: <Script>' -ForEach @(
        @{ Script = '@{ Level = "warn"; Message = "x" }'; Level = 'Warning'; Message = 'x' }
        @{ Script = '[ordered] @{ "@t" = "2025-01-24T07:00:30Z"; "@l" = "Fatal"; "@m" = "x" }'; Level = 'Critical'; Message = 'x'; Time = '2025-01-24T07:00:30Z' }
        @{ Script = '[pscustomobject] @{ severity = "err"; msg = "x"; ts = 1737702030 }'; Level = 'Error'; Message = 'x'; Time = '2025-01-24T07:00:30Z' }
        @{ Script = '"{""level"":50,""time"":1737702030000,""msg"":""x""}" | ConvertFrom-Json'; Level = 'Error'; Message = 'x'; Time = '2025-01-24T07:00:30Z' }
        @{ Script = '"{""Timestamp"":""2025-01-24T07:00:30Z"",""Level"":""Error"",""MessageTemplate"":""x {y}""}" | ConvertFrom-Json'; Level = 'Error'; Message = 'x {y}'; Time = '2025-01-24T07:00:30Z' }
        @{ Script = '"Time;Severity;Message", "2025-01-24T07:00:30Z;Error;""a, """"b""""""" | ConvertFrom-Csv -Delimiter ";"'; Level = 'Error'; Message = 'a, "b"'; Time = '2025-01-24T07:00:30Z' }
        @{ Script = '[pscustomobject] @{ Message = "backup failed" }'; Level = 'Error'; Message = 'backup failed' }
        @{ Script = '[pscustomobject] @{ Message = "2025-01-24 07:00:30Z WARN low" }'; Level = 'Warning'; Message = 'low'; Time = '2025-01-24T07:00:30Z' }
        @{ Script = '[pscustomobject] @{ Message = "two`nlines"; Level = [LogAnalysis.LogLevel]::Notice }'; Level = 'Notice'; Message = "two`nlines" }
        @{ Script = '[System.Exception]::new("boom")'; Level = 'Error'; Message = 'boom' }
        @{ Script = '$events[1] | ConvertTo-Json | ConvertFrom-Json'; Level = 'Error'; Message = "The device \Device\Harddisk1`nhas a bad block."; Time = '2025-01-24T07:00:30Z' }
        @{ Script = '$events[1] | ConvertTo-Csv | ConvertFrom-Csv'; Level = 'Error'; Message = "The device \Device\Harddisk1`nhas a bad block." }
        @{ Script = '$events[1] | ConvertTo-Returned'; Level = 'Error'; Message = "The device \Device\Harddisk1`nhas a bad block."; Time = '2025-01-24T07:00:30Z' }
        @{ Script = '$typed'; Level = 'Error'; Message = 'bad block'; Time = '2025-01-24T07:00:30Z' }
        @{ Script = '$typed | ConvertTo-Returned'; Level = 'Error'; Message = 'bad block'; Time = '2025-01-24T07:00:30Z' }
        @{ Script = '$events[1] | Select-Object TimeCreated, Level, Message'; Level = 'Error'; Message = "The device \Device\Harddisk1`nhas a bad block." }
    ) {
        $entry = Invoke-Expression "$Script | Get-LogEntry"
        $entry | Should -HaveCount 1
        $entry.Level, $entry.Message | Should -BeExactly $Level, $Message
        if ($Time) { $entry.Timestamp.UtcDateTime | Should -Be ([datetimeoffset] $Time).UtcDateTime }
        (Invoke-Expression "$Script | Measure-LogErrors").Entries | Should -Be 1
    }

    It 'is what a JSON line of it is: numbers of Windows'' levels mean what Windows says' {
        $levels = 'Critical', 'Error', 'Warning', 'Information', 'Trace', 'Information'
        ($events | Get-LogEntry).Level | Should -Be $levels
        ($events | ForEach-Object { $_ | ConvertTo-Json -Compress } | Get-LogEntry).Level | Should -Be $levels
        ($events | ConvertTo-Returned | Get-LogEntry).Level | Should -Be $levels
        ($events | ConvertTo-Csv | ConvertFrom-Csv | Get-LogEntry).Level | Should -Be $levels
        ($entries | Get-LogEntry).Level | Should -Be 'Error', 'Warning', 'Information', 'Information', 'Error'
    }

    It 'has all its properties in its text' {
        ($events[1] | Get-LogEntry).Text | ConvertFrom-Json | Select-Object ProviderName, Id, MachineName, LevelDisplayName | ConvertTo-Json -Compress |
            Should -BeExactly '{"ProviderName":"Disk","Id":7,"MachineName":"web1","LevelDisplayName":"Fehler"}'
        $nested = ([pscustomobject] @{ Message = 'x'; User = @{ Name = 'anna' }; Tags = 'a', 'b'; Took = [timespan] '00:00:01.5' } | Get-LogEntry).Text | ConvertFrom-Json
        $nested.User.Name, $nested.Tags[1], $nested.Took | Should -BeExactly 'anna', 'b', '00:00:01.5000000'
    }

    It 'is counted and filtered as a line of a log is' {
        ($events | Measure-LogErrors -MinimumLevel Warning).Entries | Should -Be 3
        ($events | Measure-LogErrors -Pattern 'bad block' -Level Error).Entries | Should -Be 1
        ($events | Measure-LogErrors -Top 1).Name | Should -BeExactly 'The device <path>'
        ($events | Measure-LogErrors -Since 2025-01-24T07:00:31Z).Entries | Should -Be 0
        ([pscustomobject] @{ Method = 'GET'; Url = '/a'; StatusCode = 503; Elapsed = [timespan]::FromMilliseconds(12.5) } | Get-LogStatusCode).Duration | Should -Be ([timespan]::FromMilliseconds(12.5))
    }

    It 'comes from the streams of PowerShell, each with its level' {
        $all = & { Write-Warning w; Write-Verbose v -Verbose; Write-Information i; Write-Error e -ErrorAction Continue; 'INFO line' } *>&1
        ($all | Get-LogEntry).Level | Should -Be 'Warning', 'Trace', 'Information', 'Error', 'Information'
    }

    It 'cannot break the line that it becomes: <Name>' -ForEach @(
        @{ Name = 'quotes and line ends'; Message = "`"}`n{`"level`":`"fatal`"" }
        @{ Name = 'control characters'; Message = "a$([char] 0)b$([char] 27)[31m" }
        @{ Name = 'half a character'; Message = "a$([char] 0xD800)b" }
        @{ Name = 'a megabyte'; Message = 'x' * 2MB }
    ) {
        $summary = [pscustomobject] @{ Level = 'Information'; Message = $Message; "odd`"`n" = 1 } | Measure-LogErrors
        $summary.Entries, $summary.Errors, $summary.Lines | Should -Be 1, 0, 1
    }
}

Describe 'A file' {
    It 'is named by a property: <Script>' -ForEach @(
        @{ Script = 'Get-ChildItem *.log | Select-Object FullName' }
        @{ Script = 'Get-ChildItem *.log | Select-Object PSPath' }
        @{ Script = 'Get-ChildItem *.log | Select-Object FullName | ConvertTo-Csv | ConvertFrom-Csv' }
        @{ Script = 'Get-ChildItem *.log | ConvertTo-Returned' }
        @{ Script = 'Get-ChildItem *.log | ForEach-Object { @{ FullName = $_.FullName } }' }
        @{ Script = 'Resolve-Path *.log' }
        @{ Script = ', (Get-ChildItem *.log)' }
    ) {
        (Invoke-Expression "$Script | Measure-LogErrors").Errors | Should -Be 3
        @(Invoke-Expression "$Script | Get-LogEntry").Count | Should -Be 4
        @(Invoke-Expression "$Script | Watch-LogFile -NoFollow").Count | Should -Be 5
    }
}

Describe 'Get-LogEntry' {
    It 'takes lines and entries, and does with them what it does with files: <Script>' -ForEach @(
        @{ Script = 'Get-Content app.log | Get-LogEntry'; Messages = 'start', 'boom', 'gone' }
        @{ Script = 'Get-LogEntry app.log | Get-LogEntry -MinimumLevel Error'; Messages = 'boom', 'gone' }
        @{ Script = 'Watch-LogFile app.log -NoFollow | Get-LogEntry -Pattern x\.y'; Messages = 'boom' }
        @{ Script = 'Watch-LogFile app.log -FromStart -IdleTimeout 300ms | Get-LogEntry'; Messages = 'start', 'boom', 'gone' }
        @{ Script = 'Get-Content app.log, more.log | Get-LogEntry -Tail 1'; Messages = 'gone', 'more' }
        @{ Script = 'Get-Content more.log, app.log | Get-LogEntry -Merge'; Messages = 'start', 'boom', 'gone', 'more' }
        @{ Script = '$(Get-Content more.log; Get-Item app.log) | Get-LogEntry -Merge -Tail 2'; Messages = 'gone', 'more' }
        @{ Script = 'Get-LogEntry app.log | ConvertTo-Returned | Get-LogEntry -Level Error'; Messages = 'boom' }
    ) {
        (Invoke-Expression $Script).Message | Should -BeExactly $Messages
    }

    It 'gives an entry its lines' {
        (Get-Content app.log | Get-LogEntry -Level Error).Text | Should -BeExactly "2025-01-24 07:00:31 ERROR boom`n`tat x.y(Z.java:1)"
    }
}

Describe 'What cannot be taken' {
    It 'is one error with a count, and no result that looks like none: <Script>' -ForEach @(
        @{ Script = '1..1500 | Measure-LogErrors'; Failure = 'UnsupportedInput InvalidType'; Count = '1,500' }
        @{ Script = '1..3 | Measure-LogErrors -By Level'; Failure = 'UnsupportedInput InvalidType'; Count = '3' }
        @{ Script = '1..3 | Measure-LogErrors -Every 1h'; Failure = 'UnsupportedInput InvalidType'; Count = '3' }
        @{ Script = '1..3 | Get-LogReport'; Failure = 'UnsupportedInput InvalidType'; Count = '3' }
        @{ Script = '1..3 | Get-LogStatusCode -Summary'; Failure = 'UnsupportedInput InvalidType'; Count = '3' }
        @{ Script = '1..3 | Get-LogEntry'; Failure = 'UnsupportedInput InvalidType'; Count = '3' }
        @{ Script = 'Get-Date | Measure-LogErrors'; Failure = 'UnsupportedInput InvalidType'; Count = 'an object' }
        @{ Script = 'Get-Process -Id $PID | Measure-LogErrors'; Failure = 'UnsupportedInput InvalidType'; Count = 'an object' }
        @{ Script = ', [byte[]] (1, 2, 3) | Measure-LogErrors'; Failure = 'UnsupportedInput InvalidType'; Count = 'an object' }
        @{ Script = '[pscustomobject] @{ a = 1 }, [pscustomobject] @{ b = 1 } | Measure-LogErrors'; Failure = 'UnsupportedInput InvalidType'; Count = '2' }
        @{ Script = '"a", "b" | Watch-LogFile -NoFollow'; Failure = 'NotAFile InvalidType'; Count = '2' }
        @{ Script = 'Measure-LogErrors app.log, more.log | Measure-LogErrors -MinimumLevel Error'; Failure = 'CannotFilterCounts InvalidArgument'; Count = '2' }
        @{ Script = 'Measure-LogErrors app.log, more.log | Measure-LogErrors -Every 1h'; Failure = 'CannotSplitByTime InvalidArgument'; Count = '2' }
        @{ Script = '[pscustomobject] @{ FullName = "none.log" } | Measure-LogErrors'; Failure = 'FileNotFound ObjectNotFound'; Count = 'none.log' }
    ) {
        $run = Invoke-Script $Script
        $run.Output | Should -BeNullOrEmpty
        $run.Errors | Should -HaveCount 1
        Format-Failure $run.Errors[0] | Should -BeExactly $Failure
        "$($run.Errors[0])" | Should -BeLike "*$Count*"
    }

    It 'has all its properties read, in the short way and in PowerShell''s own' {
        [psobject].GetProperty('InstanceMembers', [System.Reflection.BindingFlags] 'Instance, NonPublic') | Should -Not -BeNullOrEmpty -Because 'custom objects are read three times as fast'
        $plain = [pscustomobject] @{ Level = 'Error'; Message = 'lost'; Count = 7 } | Add-Member -PassThru ScriptProperty Twice { $this.Count * 2 } | Add-Member -PassThru NoteProperty Late 'x'
        $named = [pscustomobject] @{ PSTypeName = 'Some.Name'; Level = 'Error'; Message = 'lost'; Count = 7 } | Add-Member -PassThru ScriptProperty Twice { $this.Count * 2 } | Add-Member -PassThru NoteProperty Late 'x'
        ($plain | Get-LogEntry).Text | Should -BeExactly '{"Level":"Error","Message":"lost","Count":7,"Twice":14,"Late":"x"}'
        ($named | Get-LogEntry).Text | Should -BeExactly '{"Level":"Error","Message":"lost","Count":7,"Twice":14,"Late":"x"}'
        ($plain, $named | Measure-LogErrors).Errors | Should -Be 2
    }

    It 'does not hide the rest' {
        $run = Invoke-Script '1, "ERROR x", (Get-Date), @{ Message = "INFO y" } | Measure-LogErrors'
        $run.Output.Entries, $run.Output.Errors | Should -Be 2, 1
        $run.Errors | Should -HaveCount 1
        $run.Errors[0].TargetObject | Should -Be 1
    }
}
