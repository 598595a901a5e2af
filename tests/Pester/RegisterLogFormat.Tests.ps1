# Formats are registered for the process: each pattern here matches nothing that other tests have.
BeforeAll {
    . $PSScriptRoot/Support.ps1
    Enter-NewFolder
    New-Log acme.log '~~2025-01-24 07:00:30 #INFO# no error', "~~2025-01-24 07:00:31 #ERROR# 503 lost 'ü'", 'java.io.IOException: refused',
        '~~2025-01-24 07:00:32 #warn# slow'
}

AfterAll { Pop-Location }

Describe 'Register-LogFormat' {
    It 'adds a format that every command recognises' {
        Register-LogFormat -Name zz-acme -Pattern '^~~(?<timestamp>\S+ \S+) #(?<level>\w+)# (?<status>\d{3})? ?(?<message>.*)$' -Force | Should -BeNullOrEmpty
        $entries = Get-LogEntry acme.log
        $entries.Message | Should -BeExactly 'no error', "lost 'ü'", 'slow'
        $entries.Level | Should -Be 'Information', 'Error', 'Warning'
        $entries.Format | Should -Be 'zz-acme', 'zz-acme', 'zz-acme'
        $entries[1].Timestamp.DateTime | Should -Be ([datetime] '2025-01-24 07:00:31')
        $entries[1].Text -split '\n' | Should -HaveCount 2
        (Get-Content acme.log | Measure-LogErrors).Errors | Should -Be 1
        (Get-LogStatusCode acme.log).Code | Should -Be 503
        (Get-LogReport acme.log).Formats | Should -Be 'zz-acme'
        Watch-LogFile acme.log -NoFollow -Format zz-acme | Should -HaveCount 4
        (Get-LogEntry acme.log -Format text).Format | Should -Be 'text', 'text', 'text'
    }

    It 'writes the format when asked to, and Get-LogFormat lists it' {
        $format = Register-LogFormat loud '^~~(?<level>loud)' -PassThru -Force
        $format.Name | Should -Be 'loud'
        $format.Description | Should -BeLike 'Registered: *(?<level>loud)*'
        (Get-LogFormat LOUD).Name | Should -Be 'loud'
    }

    It 'replaces a registered format with -Force' {
        Register-LogFormat changing '^~~changing (?<level>\w+)' -Force
        Register-LogFormat changing '^~~changed (?<level>\w+)' -Force
        (Get-LogFormat changing).Name | Should -Be 'changing'
        New-Log c.log '~~changed ERROR'
        (Get-LogEntry c.log).Format | Should -Be 'changing'
    }

    It 'refuses <Script>' -ForEach @(
        @{ Script = "Register-LogFormat json '(?<level>x)' -Force"; Failure = 'FormatExists ResourceExists'; Target = 'json'; Advice = 'Choose another name' }
        @{ Script = "Register-LogFormat taken '^~~(?<level>t)' -Force; Register-LogFormat TAKEN '^~~(?<level>t)'"; Failure = 'FormatExists ResourceExists'; Target = 'TAKEN'; Advice = '-Force' }
        @{ Script = "Register-LogFormat x '(?<level>['"; Failure = 'InvalidPattern InvalidArgument'; Target = '(?<level>['; Advice = 'At position 10' }
        @{ Script = "Register-LogFormat x '(level)'"; Failure = 'NoNamedGroup InvalidArgument'; Target = '(level)'; Advice = 'timestamp, level, message, status' }
        @{ Script = "Register-LogFormat x '^(?<level>x)', '('"; Failure = 'InvalidPattern InvalidArgument'; Target = '('; Advice = 'At position 1' }
        @{ Script = "Register-LogFormat x '(?<level>x)' -LevelMap @{ x = 'bad' }"; Failure = 'InvalidLevel InvalidArgument'; Target = 'bad'; Advice = 'Information' }
        @{ Script = "Register-LogFormat x '(?<message>x)' -LevelMap @{ x = 'Error' }"; Failure = 'MissingGroup InvalidArgument'; Target = '(?<message>x)'; Advice = '(?<level>...)' }
        @{ Script = "Register-LogFormat x '(?<level>x)' -TimestampFormat yyyy"; Failure = 'MissingGroup InvalidArgument'; Target = '(?<level>x)'; Advice = '(?<timestamp>...)' }
        @{ Script = "Register-LogFormat x '(?<time>x)' -TimestampFormat HH:mm"; Failure = 'InvalidTimestampFormat InvalidArgument'; Target = 'HH:mm'; Advice = 'has a day' }
        @{ Script = "'a', 'b' | Register-LogFormat x '^~~(?<level>x)'"; Failure = 'NoMatchingLine InvalidResult'; Target = '^~~(?<level>x)'; Advice = 'none of the 2 lines' }
        @{ Script = "Register-LogFormat 'a b' '(?<level>x)'"; Failure = 'InvalidFormatName InvalidArgument'; Target = 'a b'; Advice = 'letters, digits' }
        @{ Script = 'Register-LogFormat "x`n" "(?<level>x)"'; Failure = 'InvalidFormatName InvalidArgument'; Target = 'x*'; Advice = 'letters, digits' }
    ) {
        $run = Invoke-Script $Script
        Format-Failure $run.Errors | Should -BeExactly $Failure
        $run.Errors.TargetObject | Should -BeLikeExactly $Target.Replace('[', '`[')
        "$($run.Errors)" | Should -BeLike "*$Advice*"
    }

    It 'gives up a pattern that runs away, and reports it once' {
        New-Log evil.log (@("~~$('a' * 60)!") * 30 + 'ERROR: counted all the same')
        Register-LogFormat evil '^~~(?<level>(a+)+)(?=b)$' -Force
        try {
            $run = Invoke-Script 'Measure-LogErrors evil.log, evil.log'
            $run.Errors.FullyQualifiedErrorId | Should -BeLike 'FormatTimeout,*'
            $run.Errors.TargetObject | Should -Be 'evil'
            $run.Output.Errors | Should -Be 1
        }
        finally { Register-LogFormat evil '^~~(?<level>evil)' -Force }
    }

    It 'says what numbers mean, whatever their type or case' {
        Register-LogFormat zz-mapped '^~~m (?<level>\S+) (?<message>.*)' -LevelMap @{ 1 = 'Information'; '3' = [LogAnalysis.LogLevel]::Error; Bad = 'crit' } -Force
        New-Log m.log '~~m 1 a', '~~m 3 b', '~~m BAD c', '~~m warn d', '~~m 7 e failed'
        (Get-LogEntry m.log).Level | Should -Be 'Information', 'Error', 'Critical', 'Warning', 'Unknown'
    }

    It 'reads times in the layouts that it is given, also with date and time apart' {
        Register-LogFormat zz-timed '^~~on (?<date>\S+) at (?<time>\S+) (?<message>.*)' -TimestampFormat 'd/M/yyyy HH.mm', 'dd MMM yyyy' -Force
        New-Log t.log '~~on 4/3/2025 at 07.30 a', '~~on 4/3/2025 at 7 b'
        $entries = Get-LogEntry t.log
        $entries[0].Timestamp.DateTime | Should -Be ([datetime] '2025-03-04 07:30')
        $entries[1].Timestamp | Should -BeNullOrEmpty
    }

    It 'reads entries of several lines, each line by its pattern' {
        Register-LogFormat zz-lines '^~~<(?<timestamp>\S+)>', '^ state: (?<level>\w+)', '^ text: (?<message>.*)' -Force
        New-Log l.log '~~<2025-01-24T07:00:30Z>', ' state: error', ' text: lost', ' more', '~~<2025-01-24T07:00:31Z>', ' text: no error', '2025-01-24 07:00:32 ERROR other'
        $entries = Get-LogEntry l.log
        $entries.Level | Should -Be 'Error', 'Unknown', 'Error'
        $entries.Message | Should -BeExactly 'lost', 'no error', 'other'
        $entries.LineNumber | Should -Be 1, 5, 7
        (Get-Content l.log | Measure-LogErrors).Errors | Should -Be 2
        (Measure-LogErrors l.log).Errors | Should -Be 2
    }

    Context 'with lines to try' {
        It 'shows with -WhatIf what they would be, and registers nothing' {
            $entries = '~~w 1 lost', '~~w 2 slow', ' more' | Register-LogFormat zz-tried '^~~w (?<level>\d) (?<message>.*)' -LevelMap @{ 1 = 'Error'; 2 = 'Warning' } -WhatIf
            $entries.Level | Should -Be 'Error', 'Warning'
            $entries.Message | Should -BeExactly 'lost', 'slow'
            Get-LogFormat zz-tried* | Should -BeNullOrEmpty
        }

        It 'takes lines of Get-Content -ReadCount, and entries' {
            New-Log w.log '~~w 1 lost'
            (Get-Content w.log -ReadCount 0 | Register-LogFormat zz-tried '^~~w (?<level>\d) (?<message>.*)' -WhatIf).Message | Should -Be 'lost'
            (Get-LogEntry w.log | Register-LogFormat zz-tried '^~~w (?<level>\d) (?<message>.*)' -WhatIf).Message | Should -Be 'lost'
        }

        It 'warns of <About>' -ForEach @(
            @{ About = 'a level that is not known'; Line = '~~w hm lost'; Pattern = '^~~w (?<level>\w+)'; Warning = '*level in line 1*-LevelMap*' }
            @{ About = 'a time that is not read'; Line = '~~w 31/31/31 lost'; Pattern = '^~~w (?<timestamp>\S+)'; Warning = "*'31/31/31' in line 1*-TimestampFormat*" }
            @{ About = 'a further pattern that matches nothing'; Line = '~~w error'; Pattern = '^~~w (?<level>\w+)', '^x'; Warning = "*'^x' matches none*" }
        ) {
            $null = $Line | Register-LogFormat zz-tried $Pattern -WhatIf -WarningVariable warnings -WarningAction SilentlyContinue
            "$warnings" | Should -BeLike $Warning
        }

        It 'reports what is no line' {
            $run = Invoke-Script "17, '~~w error' | Register-LogFormat zz-tried '^~~w (?<level>\w+)' -WhatIf"
            Format-Failure $run.Errors | Should -BeExactly 'NotALine InvalidType'
            $run.Errors.TargetObject | Should -Be 17
            $run.Output.Level | Should -Be 'Error'
        }

        It 'registers the format when they match' {
            '~~w error' | Register-LogFormat zz-matched '^~~w (?<level>\w+)' -Force -PassThru | Should -BeOfType LogAnalysis.LogFormat
            Unregister-LogFormat zz-matched
        }
    }

    Context 'with definitions in a file' {
        BeforeAll {
            Set-Content formats.json @'
{
    // Comments are allowed.
    "$schema": "log-formats.schema.json",
    "formats": [
        { "name": "zz-file-1", "pattern": "^~~1 (?<level>\\d) (?<message>.*)", "levelMap": { "1": "Error", "x": "Warning" } },
        { "name": "zz-file-2", "pattern": [ "^~~2 (?<timestamp>\\S+)", "^ (?<level>\\w+)" ], "timestampFormat": "dd.MM.yyyy" },
    ]
}
'@
        }

        AfterAll { Unregister-LogFormat zz-file-* }

        It 'registers all of them, in one line of a profile' {
            (Register-LogFormat -Path *.json -Force -PassThru).Name | Should -Be 'zz-file-1', 'zz-file-2'
            New-Log f.log '~~1 1 lost', '~~2 24.01.2025', ' error'
            $entries = Get-LogEntry f.log
            $entries.Level | Should -Be 'Error', 'Error'
            $entries[1].Timestamp.DateTime | Should -Be ([datetime] '2025-01-24')
        }

        It 'has a schema to validate them with' {
            $schema = Join-Path $root 'docs/log-formats.schema.json'
            (Get-Content formats.json -Raw) -replace '//.*' -replace ',(?=\s+\])' | Test-Json -SchemaFile $schema | Should -BeTrue
            '{ "formats": [ { "name": "x", "patern": "a" } ] }' | Test-Json -SchemaFile $schema -ErrorAction Ignore | Should -BeFalse
        }

        It 'reports each definition that is wrong, and registers the others' {
            Set-Content wrong.json '{ "formats": [ { "name": "zz file", "pattern": "(?<level>x)" }, { "name": "json", "pattern": "(?<level>x)" }, { "name": "zz-file-3", "pattern": "^~~3 (?<level>x)" } ] }'
            $run = Invoke-Script 'Register-LogFormat -Path wrong.json -PassThru'
            $run.Errors | ForEach-Object { Format-Failure $_ } | Should -BeExactly 'InvalidFormatName InvalidArgument', 'FormatExists ResourceExists'
            $run.Output.Name | Should -Be 'zz-file-3'
        }

        It 'says where a file is wrong: <Json>' -ForEach @(
            @{ Json = '{'; Advice = 'Line 2:' }
            @{ Json = "{ `"formats`": [`n{ `"name`": `"x`", `"patern`": `"y`" } ] }"; Advice = '*patern*' }
            @{ Json = '{ "formats": [ { "name": "x", "pattern": "y", "levelMap": { "1": "hm" } } ] }'; Advice = 'Line 1:*' }
            @{ Json = '{ "formats": [ { "name": "x", "pattern": null } ] }'; Advice = '*a name and a pattern*' }
            @{ Json = '{}'; Advice = '*formats*' }
            @{ Json = 'null'; Advice = '*empty*' }
        ) {
            Set-Content bad.json $Json
            $run = Invoke-Script 'Register-LogFormat -Path bad.json'
            Format-Failure $run.Errors | Should -BeExactly 'InvalidFormatFile InvalidData'
            $run.Errors.TargetObject | Should -BeLike '*bad.json'
            "$($run.Errors)" | Should -BeLike "*$Advice*"
        }

        It 'reports a file that is not there' {
            Format-Failure (Invoke-Script 'Register-LogFormat -Path nowhere.json').Errors | Should -BeExactly 'FileNotFound ObjectNotFound'
        }
    }

    It 'is known in all runspaces of the process, and in no other process' {
        Register-LogFormat zz-shared '^~~s (?<level>\w+)' -Force
        $other = [powershell]::Create()
        try { $other.AddScript("Import-Module '$manifest'; (Get-LogFormat zz-shared).Name").Invoke() | Should -Be 'zz-shared' }
        finally { $other.Dispose() }
        1 | ForEach-Object -Parallel { Import-Module $using:manifest; (Get-LogFormat zz-shared).Name } | Should -Be 'zz-shared'
        (Invoke-PowerShell 'Get-LogFormat zz-shared* | Measure-Object | ForEach-Object Count').Output.Trim() | Should -Be '0'
    }
}

Describe 'Unregister-LogFormat' {
    BeforeEach { 'zz-gone-1', 'zz-gone-2' | ForEach-Object { Register-LogFormat $_ "^~~$_ (?<level>\w+)" -Force } }
    AfterEach { Unregister-LogFormat zz-gone-* }

    It 'removes a format: its lines are what they were before' {
        New-Log g.log '~~zz-gone-1 error'
        (Get-LogEntry g.log).Format | Should -Be 'zz-gone-1'
        Unregister-LogFormat ZZ-gone-1 | Should -BeNullOrEmpty
        (Get-LogEntry g.log).Format | Should -Be 'text'
        (Get-LogFormat zz-gone-*).Name | Should -Be 'zz-gone-2'
    }

    It 'takes wildcards and formats, and gives back what it removed' {
        (Get-LogFormat zz-gone-2 | Unregister-LogFormat -PassThru).Name | Should -Be 'zz-gone-2'
        (Unregister-LogFormat zz-gone-*, zz-none-* -PassThru).Name | Should -Be 'zz-gone-1'
    }

    It 'removes nothing with -WhatIf' {
        Unregister-LogFormat zz-gone-* -WhatIf
        Get-LogFormat zz-gone-* | Should -HaveCount 2
    }

    It 'refuses <Name>' -ForEach @(
        @{ Name = 'json'; Failure = 'BuiltInFormat InvalidOperation' }
        @{ Name = 'zz-none'; Failure = 'UnknownFormat ObjectNotFound' }
        @{ Name = 'zz-[a'; Failure = 'UnknownFormat ObjectNotFound' }
    ) {
        $run = Invoke-Script "Unregister-LogFormat '$Name'"
        Format-Failure $run.Errors | Should -BeExactly $Failure
        $run.Errors.TargetObject | Should -Be $Name
    }

    It 'completes the names of registered formats' {
        $names = (TabExpansion2 'Unregister-LogFormat zz-g').CompletionMatches.CompletionText
        $names | Should -Be 'zz-gone-1', 'zz-gone-2'
        (TabExpansion2 'Unregister-LogFormat json').CompletionMatches.CompletionText | Should -Not -Contain 'json'
    }
}
