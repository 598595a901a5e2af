BeforeDiscovery {
    . $PSScriptRoot/Platform.ps1
}

BeforeAll {
    . $PSScriptRoot/Support.ps1

    # One section of a report in CSV, as docs/report-files.md says.
    function Get-Section([string] $Path, [string] $Name) {
        $section = (Get-Content $Path -Raw) -split '\r\n\r\n' | Where-Object { $_.StartsWith("$Name`r`n") }
        $section -split '\r\n' | Select-Object -Skip 1 | ConvertFrom-Csv
    }
}

Describe 'Export-LogReport' {
    BeforeEach {
        Enter-NewFolder
        New-Log app.log '2025-01-24T07:00:10Z ERROR [main] shop: order 17 failed', '2025-01-24T07:00:20Z INFO [main] shop: fine'
        New-Log access.log '192.0.2.7 - - [24/Jan/2025:07:00:30 +0000] "GET /a HTTP/1.1" 500 90 0.250',
            '192.0.2.8 - - [24/Jan/2025:07:00:31 +0000] "GET /b HTTP/1.1" 200 10 0.010'
        Set-Content old.md 'old'
        $before = (Get-ChildItem -Force).Name
        # What is new in the folder, hidden files included.
        function Get-New { (Get-ChildItem -Force).Name | Where-Object { $_ -notin $before } }
    }

    AfterEach { Pop-Location }

    It 'returns the text where the path is a hyphen: <Arguments>' -ForEach @(
        @{ Arguments = ''; Extension = 'md' }
        @{ Arguments = '-As Html'; Extension = 'html' }
        @{ Arguments = '-As Json'; Extension = 'json' }
        @{ Arguments = '-As Csv'; Extension = 'csv' }
        @{ Arguments = '-WhatIf'; Extension = 'md' }
    ) {
        $report = Get-LogReport *.log
        $text = Invoke-Expression "`$report | Export-LogReport -Path - $Arguments"
        Get-New | Should -BeNullOrEmpty
        $report | Export-LogReport "report.$Extension"
        $text | Should -BeOfType string
        $text | Should -BeExactly ([IO.File]::ReadAllText("$PWD/report.$Extension"))
    }

    It 'returns nothing of several reports, and says where they went' {
        { Get-Item *.log | ForEach-Object { Get-LogReport $_ } | Export-LogReport -Path - } | Should -Throw "'-' can hold only one report*"
    }

    It 'writes a file of that name where no text is wanted: <Arguments>' -ForEach @(@{ Arguments = './- -As Csv' }, @{ Arguments = '-LiteralPath - -As Csv' }) {
        Invoke-Expression "Get-LogReport *.log | Export-LogReport $Arguments" | Should -BeNullOrEmpty
        Get-New | Should -BeExactly '-'
    }

    It 'writes what the extension says unless -As says otherwise: <Arguments>' -ForEach @(
        @{ Arguments = 'report.html'; Begins = '<!DOCTYPE html>' }
        @{ Arguments = 'report.HTM'; Begins = '<!DOCTYPE html>' }
        @{ Arguments = 'report.json'; Begins = '{' }
        @{ Arguments = 'report.csv'; Begins = 'Summary' }
        @{ Arguments = 'report.md'; Begins = '# Log report' }
        @{ Arguments = 'report.markdown'; Begins = '# Log report' }
        @{ Arguments = 'report.txt -As Csv'; Begins = 'Summary' }
        @{ Arguments = 'report -As Html'; Begins = '<!DOCTYPE html>' }
        @{ Arguments = 'report.html -As Json'; Begins = '{' }
    ) {
        Invoke-Expression "Get-LogReport *.log | Export-LogReport $Arguments" | Should -BeNullOrEmpty
        Get-New | Should -BeExactly ($Arguments -split ' ')[0]
        Get-Content (Get-New) -TotalCount 1 | Should -BeLike "$Begins*"
    }

    It 'says what is wrong with a path before a log is read: <Arguments>' -ForEach @(
        @{ Arguments = 'old.md'; Failure = 'ReportExists ResourceExists'; Target = 'old.md'; Advice = 'Use -Force' }
        @{ Arguments = 'folder.md -Force'; Failure = 'PathIsDirectory InvalidArgument'; Target = 'folder.md'; Advice = 'report.html' }
        @{ Arguments = 'none/report.md'; Failure = 'FolderNotFound ObjectNotFound'; Target = 'none/report.md'; Advice = 'Create it first' }
        @{ Arguments = 'report'; Failure = 'UnknownReportFormat InvalidArgument'; Target = 'report'; Advice = '-As Html, Json, Csv or Markdown' }
        @{ Arguments = 'report.xlsx'; Failure = 'UnknownReportFormat InvalidArgument'; Target = 'report.xlsx'; Advice = '.csv' }
        @{ Arguments = 'Env:report.md'; Failure = 'NotFileSystem InvalidArgument'; Target = ''; Advice = 'file system' }
        @{ Arguments = 'nodrive:/report.md'; Failure = 'UnusablePath InvalidArgument'; Target = ''; Advice = 'nodrive' }
        @{ Arguments = 'new?.md'; Failure = 'NotOneFile InvalidArgument'; Target = ''; Advice = '-LiteralPath' }
        @{ Arguments = '*.log -As Json -Force'; Failure = 'NotOneFile InvalidArgument'; Target = ''; Advice = '2 files' }
    ) {
        $null = New-Item -ItemType Directory folder.md
        $read = @{ Times = 0 }
        $run = Invoke-Script "1..3 | ForEach-Object { `$read.Times++; Get-LogReport app.log } | Export-LogReport $Arguments"
        Format-Failure $run.Errors | Should -BeExactly $Failure
        "$($run.Errors)" | Should -BeLike "*$Advice*"
        if ($Target) { $run.Errors.TargetObject | Should -BeExactly (Join-Path $PWD $Target) }
        $read.Times | Should -Be 0
        Get-Content old.md | Should -Be 'old'
        Get-New | Should -BeExactly 'folder.md'
    }

    It 'replaces a file with -Force, also one that is read-only' {
        Set-ItemProperty old.md IsReadOnly $true
        Get-LogReport app.log | Export-LogReport old.md -Force
        Get-Content old.md -TotalCount 1 | Should -Be '# Log report'
        (Get-Item old.md).IsReadOnly | Should -BeTrue
        Set-ItemProperty old.md IsReadOnly $false
        Get-New | Should -BeNullOrEmpty
    }

    It 'names a folder that may not be written to' {
        if ($IsWindows -or [Environment]::IsPrivilegedProcess) {
            Set-ItResult -Skipped -Because 'nothing is forbidden to root, nor by a mode on Windows'
        }
        $folder = New-Item -ItemType Directory locked
        [System.IO.File]::SetUnixFileMode($folder.FullName, 'UserRead, UserExecute')
        $run = Invoke-Script 'Get-LogReport app.log | Export-LogReport locked/report.md'
        Format-Failure $run.Errors | Should -BeExactly 'AccessDenied PermissionDenied'
        $run.Errors.TargetObject | Should -BeExactly (Join-Path $folder 'report.md')
    }

    It 'refuses a link' -Skip:$isWine -Tag 'Not under Wine: it makes no symbolic links' {
        $null = New-Item -ItemType SymbolicLink link.md -Target (Join-Path $PWD 'old.md')
        $run = Invoke-Script 'Get-LogReport app.log | Export-LogReport link.md -Force'
        Format-Failure $run.Errors | Should -BeExactly 'PathIsLink InvalidArgument'
        $run.Errors.TargetObject | Should -BeExactly (Join-Path $PWD 'link.md')
        Get-Content old.md | Should -Be 'old'
    }

    It 'refuses two reports for one file, and writes each window to its own' {
        $run = Invoke-Script 'Get-LogReport app.log -Every 15s | Export-LogReport two.md'
        Format-Failure $run.Errors | Should -BeExactly 'SecondReport InvalidOperation'
        $run.Errors.TargetObject | Should -BeOfType LogAnalysis.LogReport
        "$($run.Errors)" | Should -BeLike '*Get-LogReport to merge*'
        Get-New | Should -BeNullOrEmpty
        Get-LogReport app.log -Every 15s | ForEach-Object { $_ | Export-LogReport "$($_.From.ToString('ss')).json" }
        Get-New | Should -BeExactly '10.json', '20.json'
    }

    It 'writes nothing without a report' {
        $run = Invoke-Script '$(1; "text"; $null) | Export-LogReport none.md; @() | Export-LogReport none.md'
        $run.Errors | ForEach-Object { Format-Failure $_ } | Should -BeExactly 'NotAReport InvalidType', 'NotAReport InvalidType'
        Get-New | Should -BeNullOrEmpty
    }

    It 'writes nothing with -WhatIf' {
        Get-LogReport app.log | Export-LogReport what.md -WhatIf -PassThru | Should -BeNullOrEmpty
        Get-LogReport app.log | Export-LogReport old.md -Force -WhatIf
        Get-Content old.md | Should -Be 'old'
        Get-New | Should -BeNullOrEmpty
    }

    It 'passes on the file, for others to read' {
        $file = Get-LogReport app.log | Export-LogReport report.md -PassThru
        $file | Should -BeOfType System.IO.FileInfo
        $file.FullName | Should -BeExactly (Join-Path $PWD 'report.md')
        Get-LogReport app.log | Export-LogReport report.csv -PassThru | Get-Content | Should -Contain 'Summary'
    }

    It 'takes names with brackets, drives of the session, and wildcards that mean one file' {
        Get-LogReport app.log | Export-LogReport -LiteralPath 'a[1].md'
        Test-Path -LiteralPath 'a[1].md' | Should -BeTrue
        $null = New-PSDrive Here FileSystem $PWD
        Get-LogReport app.log | Export-LogReport Here:/drive.md
        Test-Path drive.md | Should -BeTrue
        Export-LogReport -InputObject (Get-LogReport app.log) -Path ol?.md -Force
        Get-Content old.md -TotalCount 1 | Should -Be '# Log report'
    }

    It 'writes a report that comes back like the one that was never away: <Extension>' -ForEach @(
        @{ Extension = 'html' }, @{ Extension = 'json' }, @{ Extension = 'csv' }, @{ Extension = 'md' }
    ) {
        $report = Get-LogReport *.log -Top 1 -BucketSize 10s
        $report | Export-LogReport "live.$Extension"
        $report | ConvertTo-Returned | Export-LogReport "back.$Extension"
        Get-Content "back.$Extension" -Raw | Should -BeExactly (Get-Content "live.$Extension" -Raw)
    }

    It 'reports a report that cannot be made again: <State>' -ForEach @(@{ State = $null }, @{ State = 'no state' }) {
        $broken = [pscustomobject] @{ PSTypeName = 'Deserialized.LogAnalysis.LogReport'; MergeState = $State }
        Format-Failure (Invoke-Script '$broken | Export-LogReport broken.md').Errors | Should -BeExactly 'UnusableReport InvalidData'
        Get-New | Should -BeNullOrEmpty
    }

    It 'leaves nothing half when it is stopped' {
        $running = Start-Script "'ready'; Watch-LogFile app.log -FromStart | Get-LogReport | Export-LogReport old.md -Force"
        Wait-For { $running.Output.Count -gt 0 }
        Stop-Script $running
        Get-Content old.md | Should -Be 'old'
        Get-New | Should -BeNullOrEmpty
    }
}

Describe 'A report as JSON' {
    BeforeAll {
        $file = Join-Path $TestDrive 'report.json'
        Get-LogReport $samples/* | Export-LogReport $file
        $schema = Join-Path $root 'docs/report.schema.json'
    }

    It 'is what the schema says' {
        Test-Json -Path $file -SchemaFile $schema | Should -BeTrue
    }

    It 'is what the schema says also where nothing was read' {
        $empty = Join-Path $TestDrive 'empty.json'
        @() | Get-LogReport | Export-LogReport $empty
        Test-Json -Path $empty -SchemaFile $schema | Should -BeTrue
    }

    It 'is not what the schema says when it is another' {
        $other = (Get-Content $file -Raw).Replace('"version": 2', '"version": 3')
        Test-Json -Json $other -SchemaFile $schema -ErrorAction Ignore | Should -BeFalse
    }

    It 'reads back' {
        $json = Get-Content $file -Raw | ConvertFrom-Json
        $report = Get-LogReport $samples/*
        $json.schema, $json.version | Should -Be 'loganalysis.report', 2
        $json.Entries, $json.Errors, $json.Warnings | Should -Be $report.Entries, $report.Errors, $report.Warnings
        $json.Levels.Level | Should -Be $report.Levels.Level
        [timespan] $json.BucketSize | Should -Be $report.BucketSize
        $json.From.ToUniversalTime() | Should -Be $report.From.UtcDateTime
        $json.TopUrls.Url | Should -Be $report.TopUrls.Url
    }

    It 'merges: several files are the report of all logs' {
        $whole = Join-Path $TestDrive 'whole.json'
        $merged = Join-Path $TestDrive 'merged.json'
        $parts = Get-ChildItem $samples | ForEach-Object { Get-LogReport $_ | Export-LogReport (Join-Path $TestDrive "$($_.Name).json") -PassThru }
        $parts | Get-Content -Raw | ConvertFrom-Json | Get-LogReport | Export-LogReport $merged
        Get-LogReport $samples/* | Export-LogReport $whole

        # They were made at another time, by another command.
        $made = '"(CreatedAt|Command)": .*'
        (Get-Content $merged -Raw) -replace $made | Should -BeExactly ((Get-Content $whole -Raw) -replace $made)
    }

    It 'becomes a page without the logs' {
        $page = Join-Path $TestDrive 'from-json.html'
        $direct = Join-Path $TestDrive 'direct.html'
        Get-Content $file -Raw | ConvertFrom-Json | Export-LogReport $page
        Get-LogReport $samples/* | Export-LogReport $direct
        $made = 'Made <time.*?</time>'
        (Get-Content $page -Raw) -replace $made | Should -BeExactly ((Get-Content $direct -Raw) -replace $made)
    }

    It 'is read also as version 1 wrote it' {
        $old = Join-Path $TestDrive 'old.json'
        (Get-Content $file -Raw).Replace('"version": 2', '"version": 1').Replace('"Url":', '"Value":').Replace('"Client":', '"Value":') -replace '"(CreatedAt|ModuleVersion|Command)": .*' | Set-Content $old
        $changes = Compare-LogReport $old $file -IncludeEqual -Top 1000
        $changes.Change | Select-Object -Unique | Should -Be Equal
        $changes.Kind | Should -Contain Url
    }
}

Describe 'What broke' {
    It 'is told in the same words in <_>' -ForEach 'the console', 'html', 'md', 'json', 'csv' {
        $log = Join-Path $TestDrive 'outage.log'
        Set-Content $log (0..599 | ForEach-Object {
            '192.0.2.7 - - [12/May/2025:{0:D2}:{1:D2}:00 +0200] "POST /api/orders HTTP/1.1" {2} 90' -f [int] [Math]::Floor($_ / 60), ($_ % 60), @(200, 503)[$_ -ge 300 -and $_ -lt 330]
        })
        $report = Get-LogReport $log
        "$($report.Findings)" | Should -BeExactly 'All 30 errors on 12 May 05:00 to 05:30, all 503 on POST /api/orders'
        if ($_ -eq 'the console') {
            ($report | Out-String -Stream)[0..2] | Should -Contain $report.Findings[0].Text
            return
        }

        $file = Join-Path $TestDrive "outage.$_"
        $report | Export-LogReport $file -Force
        $expected = $_ -eq 'md' ? '**All 30 errors on 12 May 05:00 to 05:30**, all `503 on POST /api/orders`' : $report.Findings[0].Text
        Get-Content $file -Raw | Should -BeLike "*$([WildcardPattern]::Escape($expected))*"
    }
}

Describe 'A report as CSV' {
    BeforeAll {
        $file = Join-Path $TestDrive 'report.csv'
        Get-LogReport $samples/* | Export-LogReport $file
        $report = Get-LogReport $samples/*
    }

    It 'has its sections in their order' {
        (Get-Content $file -Raw) -split '\r\n\r\n' | ForEach-Object { ($_ -split '\r\n')[0] } |
            Should -Be 'Summary', 'Findings', 'Notes', 'Files', 'Levels', 'ErrorPatterns', 'WarningPatterns', 'Exceptions', 'StatusCodes', 'Timeline', 'Hours', 'TopUrls', 'FailingUrls', 'SlowestUrls', 'TopMethods', 'Protocols', 'UserAgents', 'TopClients', 'ResponseTime'
    }

    It 'gives the section <Name> to a script' -ForEach @(
        @{ Name = 'Levels'; Property = 'Count' }, @{ Name = 'StatusCodes'; Property = 'Code' }, @{ Name = 'StatusCodes'; Property = 'Count' }
        @{ Name = 'ErrorPatterns'; Property = 'Name' }, @{ Name = 'Timeline'; Property = 'Entries' }, @{ Name = 'TopUrls'; Property = 'Url' }
    ) {
        (Get-Section $file $Name).$Property | Should -Be $report.$Name.$Property
    }

    It 'can be imported section by section' {
        $part = Join-Path $TestDrive 'part.csv'
        ((Get-Content $file -Raw) -split '\r\n\r\n' | Where-Object { $_.StartsWith("StatusCodes`r`n") }) -split '\r\n' | Select-Object -Skip 1 | Set-Content $part
        ((Import-Csv $part) | Where-Object Code -EQ 404).Count | Should -Be 15
    }
}

Describe 'What a log says in <Extension>' -ForEach @(@{ Extension = 'html' }, @{ Extension = 'json' }, @{ Extension = 'csv' }, @{ Extension = 'md' }) {
    It 'commands nobody' {
        $log = Join-Path $TestDrive 'evil.log'
        Set-Content $log @(
            "2025-01-24 07:00:30 ERROR <script>alert(1)</script> `"><img src=x onerror=alert(1)>"
            '2025-01-24 07:00:31 ERROR =HYPERLINK("http://evil.invalid","x")'
            "2025-01-24 07:00:32 ERROR `e]0;title`a $([char] 0x202E)gnp.exe"
            '192.0.2.7 - - [24/Jan/2025:07:05:03 +0000] "GET /=1+1|`@everyone` HTTP/1.1" 500 17'
        )
        $file = Join-Path $TestDrive "evil.$Extension"
        Get-LogReport $log | Export-LogReport $file -Force
        $text = Get-Content $file -Raw
        $text | Should -Not -Match '[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b-\u200f]'
        if ($Extension -ne 'md' -and $Extension -ne 'csv') { $text | Should -Not -Match '<script|<img' }
        if ($Extension -eq 'csv') { $text | Should -Not -Match '(?m)(^|,|;)"*\s*[=+@-]' }
    }
}
