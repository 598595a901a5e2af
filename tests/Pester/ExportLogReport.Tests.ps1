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
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
        Push-Location $folder
    }

    AfterEach { Pop-Location }

    It 'writes <File>, relative to where the session is' -ForEach @(
        @{ File = 'report.html'; Begins = '<!DOCTYPE html>' }
        @{ File = 'report.json'; Begins = '{' }
        @{ File = 'report.csv'; Begins = 'Summary' }
        @{ File = 'report.md'; Begins = '# Log report' }
    ) {
        Get-LogReport $samples/access.log | Export-LogReport $File | Should -BeNullOrEmpty
        Get-Content (Join-Path $folder $File) -TotalCount 1 | Should -BeLike "$Begins*"
        Get-ChildItem $folder -Force | Should -HaveCount 1
    }

    It 'replaces a file only when told to' {
        Set-Content old.md 'old'
        { Get-LogReport $samples/access.log | Export-LogReport old.md } | Should -Throw -ErrorId 'ReportExists,*' -ExpectedMessage '*Use -Force*'
        Get-Content old.md | Should -Be 'old'
        Get-LogReport $samples/access.log | Export-LogReport old.md -Force
        Get-Content old.md -TotalCount 1 | Should -Be '# Log report'
    }

    It 'writes nothing with -WhatIf' {
        Get-LogReport $samples/access.log | Export-LogReport report.md -WhatIf
        Get-ChildItem $folder -Force | Should -BeNullOrEmpty
    }

    It 'passes on the file' {
        $file = Get-LogReport $samples/access.log | Export-LogReport report.md -PassThru
        $file | Should -BeOfType System.IO.FileInfo
        $file.FullName | Should -Be (Join-Path $folder 'report.md')
    }

    It 'refuses two reports for one file, and writes each window to its own' {
        { Get-LogReport $samples/access.log -Every 1h | Export-LogReport hours.json } | Should -Throw -ErrorId 'SecondReport,*'
        Get-LogReport $samples/access.log -Every 1h | ForEach-Object { $_ | Export-LogReport "$($_.From.ToString('HH')).json" }
        (Get-ChildItem $folder -Force).Name | Should -Be '09.json', '10.json'
    }

    It 'completes what -As takes' {
        $line = 'Export-LogReport x -As '
        ([System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null)).CompletionMatches.CompletionText | Should -Be 'Csv', 'Html', 'Json', 'Markdown'
    }

    It 'leaves the old report whole when the disk is full' -Skip:(-not $IsLinux -or -not (Get-Command bash -ErrorAction Ignore)) {
        Set-Content old.json 'old'
        # A limit for the size of files stands in for the disk, and is reported as the disk would be.
        $command = "Import-Module '$root/LogAnalysis.psd1'; Get-LogReport '$samples/*' | Export-LogReport old.json -Force"
        $output = & bash -c "trap '' XFSZ; ulimit -f 1; export DOTNET_EnableWriteXorExecute=0; exec '$pwsh' -NoProfile -NonInteractive -Command `"$command`" 2>&1" | Out-String
        $output | Should -Match 'failed'
        Get-Content old.json | Should -Be 'old'
        Get-ChildItem $folder -Force | Should -HaveCount 1
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
        $other = (Get-Content $file -Raw).Replace('"version": 1', '"version": 2')
        Test-Json -Json $other -SchemaFile $schema -ErrorAction Ignore | Should -BeFalse
    }

    It 'reads back' {
        $json = Get-Content $file -Raw | ConvertFrom-Json
        $report = Get-LogReport $samples/*
        $json.schema, $json.version | Should -Be 'loganalysis.report', 1
        $json.Entries, $json.Errors, $json.Warnings | Should -Be $report.Entries, $report.Errors, $report.Warnings
        $json.Levels.Level | Should -Be $report.Levels.Level
        [timespan] $json.BucketSize | Should -Be $report.BucketSize
        $json.From.ToUniversalTime() | Should -Be $report.From.UtcDateTime
        $json.TopUrls.Value | Should -Be $report.TopUrls.Value
    }

    It 'merges: several files are the report of all logs' {
        $whole = Join-Path $TestDrive 'whole.json'
        $merged = Join-Path $TestDrive 'merged.json'
        $parts = Get-ChildItem $samples | ForEach-Object { Get-LogReport $_ | Export-LogReport (Join-Path $TestDrive "$($_.Name).json") -PassThru }
        $parts | Get-Content -Raw | ConvertFrom-Json | Get-LogReport | Export-LogReport $merged
        Get-LogReport $samples/* | Export-LogReport $whole
        Get-Content $merged -Raw | Should -BeExactly (Get-Content $whole -Raw)
    }

    It 'becomes a page without the logs' {
        $page = Join-Path $TestDrive 'from-json.html'
        $direct = Join-Path $TestDrive 'direct.html'
        Get-Content $file -Raw | ConvertFrom-Json | Export-LogReport $page
        Get-LogReport $samples/* | Export-LogReport $direct
        Get-Content $page -Raw | Should -BeExactly (Get-Content $direct -Raw)
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
            Should -Be 'Summary', 'Files', 'Levels', 'ErrorPatterns', 'StatusCodes', 'Timeline', 'TopUrls', 'TopClients', 'ResponseTime'
    }

    It 'gives the section <Name> to a script' -ForEach @(
        @{ Name = 'Levels'; Property = 'Count' }, @{ Name = 'StatusCodes'; Property = 'Code' }, @{ Name = 'StatusCodes'; Property = 'Count' }
        @{ Name = 'ErrorPatterns'; Property = 'Name' }, @{ Name = 'Timeline'; Property = 'Entries' }, @{ Name = 'TopUrls'; Property = 'Value' }
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
