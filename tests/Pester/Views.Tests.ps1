# How results look, in a real PowerShell: widths, colours, and what its own commands make of the objects.
BeforeDiscovery {
    $types = @(
        @{ Type = 'LogEntry'; Script = { Get-LogEntry $samples/app.log } }
        @{ Type = 'LogErrorSummary'; Script = { Measure-LogErrors $samples/* } }
        @{ Type = 'LogErrorGroup'; Script = { Measure-LogErrors $samples/* -By Pattern } }
        @{ Type = 'LogStatusCode'; Script = { Get-LogStatusCode $samples/access.log } }
        @{ Type = 'LogStatusCodeCount'; Script = { Get-LogStatusCode $samples/access.log -Summary } }
        @{ Type = 'LogReport'; Script = { Get-LogReport $samples/* } }
        @{ Type = 'LogLevelCount'; Script = { (Get-LogReport $samples/*).Levels } }
        @{ Type = 'LogTimeBucket'; Script = { (Get-LogReport $samples/*).Timeline } }
        @{ Type = 'LogTopValue'; Script = { (Get-LogReport $samples/*).TopMethods } }
        @{ Type = 'LogFileCount'; Script = { (Get-LogReport $samples/*).Files } }
        @{ Type = 'LogUrlCount'; Script = { (Get-LogReport $samples/*).TopUrls } }
        @{ Type = 'LogUserAgentCount'; Script = { (Get-LogReport $samples/*).UserAgents } }
        @{ Type = 'LogClientCount'; Script = { (Get-LogReport $samples/*).TopClients } }
        @{ Type = 'LogPercentiles'; Script = { ('192.0.2.7 - - [24/Jan/2025:07:00:30 +0000] "GET / HTTP/1.1" 200 90 0.250' | Get-LogReport).ResponseTime } }
        @{ Type = 'LogReportChange'; Script = { Compare-LogReport (Get-LogReport $samples/app.log) (Get-LogReport $samples/access.log) } }
        @{ Type = 'LogFieldSummary'; Script = { Measure-LogField $samples/access.log } }
        @{ Type = 'LogFieldStatistics'; Script = { Measure-LogField $samples/access.log Bytes -By Method } }
        @{ Type = 'LogFormat'; Script = { Get-LogFormat } }
        @{ Type = 'LogMask'; Script = { Register-LogMask zz-shown "ZZ-($('[A-Z]+|' * 20)[0-9]+)" -Force -PassThru; Unregister-LogMask zz-shown } }
    )
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $escape = [char] 27
    $rendering = $PSStyle.OutputRendering

    # What a table looks like where colours are wanted.
    function Format-Coloured($Objects) {
        $PSStyle.OutputRendering = 'Ansi'
        try { ($Objects | Out-String -Width 80) -split "`r?`n" } finally { $PSStyle.OutputRendering = $rendering }
    }

    function Remove-Colour([string[]] $Lines) { $Lines -replace "$escape\[[0-9;]*m" }
}

Describe 'Views' {
    It '<Type> fits 80 columns and shows no type names' -ForEach $types {
        $shown = & $Script | Out-String -Width 80
        $shown.Trim() | Should -Not -BeNullOrEmpty
        ($shown -split '\r?\n' | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
        $shown | Should -Not -Match 'LogAnalysis\.Log|System\.|#ERR'
    }

    It '<Type> is a table to Format-Table and a list to Format-List, without type names' -ForEach $types {
        foreach ($command in 'Format-Table', 'Format-List') {
            $shown = & $Script | & $command | Out-String -Width 80
            $shown.Trim() | Should -Not -BeNullOrEmpty
            $shown | Should -Not -Match 'LogAnalysis\.Log|System\.|#ERR'
        }
        & $Script | Format-List * | Out-String -Width 200 | Should -Not -Match 'LogAnalysis\.Log|System\.(Object|String)'
    }

    It '<Type> exports to CSV without type names' -ForEach $types {
        $file = Join-Path $TestDrive 'results.csv'
        & $Script | Export-Csv $file
        Get-Content $file -Raw | Should -Not -Match 'LogAnalysis\.Log|System\.'
        & $Script | Select-Object * | ConvertTo-Csv | Should -Not -Match 'LogAnalysis\.Log|System\.'
    }

    It '<Type> becomes JSON without type names, and reads back' -ForEach $types {
        $json = & $Script | Select-Object -First 1 | ConvertTo-Json -Depth 4 -EnumsAsStrings
        $json | Should -Not -Match 'LogAnalysis\.Log|System\.'
        $json | ConvertFrom-Json | Should -Not -BeNullOrEmpty
    }

    It '<Type> is a line to read where it is text' -ForEach $types {
        foreach ($text in & $Script | ForEach-Object { "$_" }) {
            $text.Trim() | Should -Not -BeNullOrEmpty
            $text | Should -Not -Match 'LogAnalysis\.'
            # An entry is as long as it is in the log.
            if ($Type -ne 'LogEntry') { ($text -split '\n').Count | Should -Be 1 }
        }
    }

    It 'a summary and a report say the most important numbers' {
        Push-Location $root
        "$(Measure-LogErrors samples/app.log)" | Should -BeExactly "5 errors and 4 warnings in 60 entries in $(Join-Path $samples app.log)"
        "$('ERROR x' | Measure-LogErrors)" | Should -BeExactly '1 error and 0 warnings in 1 entry'
        "$(Get-LogReport samples/*)" | Should -BeLike "14 errors and 20 warnings in 211 entries in *access.log and 2 more, 2025-05-17 09:58:21Z to *"
        Pop-Location
    }

    It 'a list in a CSV cell is its items' {
        $group = Measure-LogErrors $samples/* -By Level | ConvertTo-Csv | ConvertFrom-Csv | Select-Object -First 1
        $group.Paths -split '; ' | Split-Path -Leaf | Should -Be 'access.log', 'app.log', 'jobs.jsonl'
        (Get-LogReport $samples/* | ConvertTo-Csv | ConvertFrom-Csv).Levels | Should -Be 'Information 166; Warning 20; Error 13; Debug 11; Critical 1'
    }

    It 'a list is the array it says it is to everything else' {
        $report = Get-LogReport $samples/app.log
        $report.Levels.GetType().Name | Should -Be 'LogLevelCount[]'
        $report.Paths.GetType().Name | Should -Be 'String[]'
        $report.Paths.Count | Should -Be 1
        ($report | Select-Object Levels).Levels.Count | Should -Be 5
    }

    It 'JSON of a report at the default depth has but the files of each pattern as text, and PowerShell says so' {
        $json = Get-LogReport $samples/* | ConvertTo-Json -WarningVariable truncated -WarningAction SilentlyContinue | ConvertFrom-Json
        $truncated | Should -HaveCount 1
        $json.ErrorPatterns[0].Paths | Should -BeOfType string
        $json.Timeline[0].Entries | Should -Be 1
        $null = Get-LogReport $samples/* | ConvertTo-Json -Depth 6 -WarningVariable truncated
        $truncated | Should -BeNullOrEmpty
    }

    It 'a list or a time has the members of its type to Tab: <Line>' -ForEach @(
        @{ Line = '(Get-LogReport x.log).ErrorPatterns | Where-Object '; Expected = 'Count' }
        @{ Line = '(Get-LogReport x.log).StatusCodes | Where-Object '; Expected = 'Code' }
        @{ Line = '(Get-LogReport x.log).Timeline | Sort-Object '; Expected = 'ServerErrors' }
        @{ Line = '(Get-LogReport x.log).TopUrls[0].'; Expected = 'Url' }
        @{ Line = '(Get-LogReport x.log).From.'; Expected = 'UtcDateTime' }
        @{ Line = 'Get-LogEntry x.log | ForEach-Object { $_.Timestamp.'; Expected = 'UtcDateTime' }
        @{ Line = '(Get-LogErrors x.log -By Pattern).Paths.'.Replace('Get', 'Measure'); Expected = 'Length' }
    ) {
        (TabExpansion2 $Line).CompletionMatches.CompletionText | Should -Contain $Expected
    }

    It 'keeps the fraction of a second in a view, in a list and in CSV' {
        $log = Join-Path $TestDrive 'precise.log'
        Set-Content $log '2025-01-24T07:00:30.1230+00:00 ERROR out of memory', '2025-01-24T07:00:31.000004+00:00 ERROR out of time'
        $entries = Get-LogEntry $log
        $entries | Out-String -Width 80 | Should -Match '2025-01-24 07:00:30\.123 '
        $entries | Format-List | Out-String -Width 80 | Should -Match '2025-01-24 07:00:30\.123'
        ($entries | ConvertTo-Csv | ConvertFrom-Csv).Timestamp | Should -Be '2025-01-24T07:00:30.123+00:00', '2025-01-24T07:00:31.000004+00:00'
        ($entries | Select-Object Timestamp, Level | ConvertTo-Csv | ConvertFrom-Csv).Timestamp[0] | Should -Be '2025-01-24T07:00:30.123+00:00'
        (Measure-LogErrors $log | ConvertTo-Csv | ConvertFrom-Csv).LastError | Should -Be '2025-01-24T07:00:31.000004+00:00'
        (Measure-LogErrors $log -By Level | ConvertTo-Csv | ConvertFrom-Csv).First | Should -Be '2025-01-24T07:00:30.123+00:00'
        (Get-LogReport $log | ConvertTo-Csv | ConvertFrom-Csv).From | Should -Be '2025-01-24T07:00:30.123+00:00'
    }

    It 'a time is the time it says it is to everything else' {
        $entry = Get-LogEntry $samples/app.log -Tail 1
        $entry.Timestamp | Should -BeOfType DateTimeOffset
        $entry.Timestamp.AddHours(1) -gt $entry.Timestamp | Should -BeTrue
        (Get-LogEntry $samples/app.log | Group-Object { $_.Timestamp.Hour }).Name | Should -Be '10'
        '{0:HH}:{0,4:mm}' -f $entry.Timestamp | Should -Be '10:  15'
        $entry.Timestamp.ToString('HH:mm:ss.ff') | Should -Be '10:15:02.25'
        $entry.Timestamp.ToString('MMM', [cultureinfo]::InvariantCulture) | Should -Be 'May'
        $entry.Timestamp.ToString([cultureinfo]::InvariantCulture) | Should -Be '05/17/2025 10:15:02 +00:00'
        ($entry | ConvertTo-Returned).Timestamp.Ticks | Should -Be $entry.Timestamp.Ticks
    }

    It 'all properties of a report are a screen or two, and it merges all the same' {
        $report = Get-LogReport $samples/*
        ($report | Format-List * | Out-String -Width 80).Length | Should -BeLessThan 6000
        "$($report.MergeState)" | Should -Match '^[\d,]+ characters$'
        ($report | ConvertTo-Returned | Get-LogReport).Entries | Should -Be $report.Entries
    }

    It 'more than one report is a table to Format-Table' {
        $samples | Get-ChildItem | ForEach-Object { Get-LogReport $_.FullName } | Format-Table | Out-String -Width 120 |
            Should -Match 'From +To +Entries +Errors +Rate Paths'
    }

    It 'a wide terminal shows more of a message' {
        $log = Join-Path $TestDrive 'long.log'
        Set-Content $log "2025-01-24 07:00:30 ERROR $('x' * 150)"
        Get-LogEntry $log | Out-String -Width 80 | Should -Match 'x{40,50}…'
        Get-LogEntry $log | Out-String -Width 200 | Should -Match 'x{150}'
    }
}

Describe 'Colours' {
    BeforeAll {
        # What a process shows, a report and a table each; one after the other in the same, where that can be changed in it.
        $ways = [ordered] @{
            'another program takes the output' = '{0}'
            'Out-String takes the output'      = '{0} | Out-String'
            'a file takes the output'          = '$file = New-TemporaryFile; {0} > $file; Get-Content $file; Remove-Item $file'
            'OutputRendering is PlainText'     = '$PSStyle.OutputRendering = "PlainText"; {0}'
            'they are asked for'               = '$PSStyle.OutputRendering = "Ansi"; {0}'
        }
        $commands = 'Get-LogReport samples/access.log', 'Get-LogStatusCode samples/access.log -Summary'
        $scripts = foreach ($way in $ways.Values) { foreach ($command in $commands) { $way -f $command } }
        $outputs = (Invoke-PowerShell ($scripts -join '; "next"; ')).Output -split '(?m)^next'
        $shownWhere = @{ 'NO_COLOR is set' = (Invoke-PowerShell ($commands -join '; "next"; ') @{ NO_COLOR = '1' }).Output -split '(?m)^next' }
        $at = 0
        foreach ($way in $ways.Keys) { $shownWhere[$way] = $outputs[$at..(++$at)]; $at++ }
    }

    It 'levels and statuses have those of $PSStyle: <What>' -ForEach @(
        @{ What = 'an error'; Script = { Get-LogEntry $samples/app.log -Level Error -Tail 1 }; Colour = { $PSStyle.Formatting.Error }; Text = 'Error' }
        @{ What = 'a warning'; Script = { Get-LogEntry $samples/app.log -Level Warning -Tail 1 }; Colour = { $PSStyle.Formatting.Warning }; Text = 'Warning' }
        @{ What = '5xx'; Script = { Get-LogStatusCode $samples/access.log -Code 503 | Select-Object -First 1 }; Colour = { $PSStyle.Formatting.Error }; Text = '503' }
        @{ What = '4xx'; Script = { Get-LogStatusCode $samples/access.log -Summary | Where-Object Code -EQ 404 }; Colour = { $PSStyle.Formatting.Warning }; Text = '404' }
        @{ What = '2xx'; Script = { Get-LogStatusCode $samples/access.log -Code 200 | Select-Object -First 1 }; Colour = { $PSStyle.Foreground.Green }; Text = '200' }
        @{ What = 'a report'; Script = { Get-LogReport $samples/access.log }; Colour = { $PSStyle.Formatting.Error }; Text = '7 errors (5.8%)' }
    ) {
        (Format-Coloured (& $Script)) -join "`n" | Should -Match ([regex]::Escape("$(& $Colour)$Text$($PSStyle.Reset)"))
    }

    It 'colours do not move columns: <Name>' -ForEach @(
        @{ Name = 'entries'; Script = { Get-LogEntry $samples/app.log } }
        @{ Name = 'errors'; Script = { Measure-LogErrors $samples/* } }
        @{ Name = 'statuses'; Script = { Get-LogStatusCode $samples/access.log -Summary } }
        @{ Name = 'a report'; Script = { Get-LogReport $samples/* } }
    ) {
        if ($Name -eq 'a report' -and $Host.UI.RawUI.BufferSize.Width -gt 80) {
            Set-ItResult -Skipped -Because 'a report is as wide as the terminal, and this one has more than 80 columns'
        }
        $plain = (& $Script | Out-String -Width 80) -split "`r?`n" -replace "$escape\[[0-9;]*m" | ForEach-Object TrimEnd
        Remove-Colour (Format-Coloured (& $Script)) | ForEach-Object TrimEnd | Should -BeExactly $plain
    }

    It 'there are none where <_>' -ForEach 'NO_COLOR is set', 'OutputRendering is PlainText', 'Out-String takes the output', 'a file takes the output' {
        foreach ($shown in $shownWhere[$_]) {
            $shown | Should -Match '503'
            $shown | Should -Not -Match $escape
        }
    }

    It 'there are none of its own where another program takes the output, but where they are asked for' {
        $shownWhere['another program takes the output'][0] | Should -Not -Match $escape
        $shownWhere['they are asked for'][0] | Should -Match $escape
    }
}

Describe 'Running totals' {
    It 'are one aligned line each below one header' {
        $log = Join-Path $TestDrive 'running.log'
        Set-Content $log (1..3 | ForEach-Object { "2025-01-24 07:00:3$_ ERROR order $_ failed" })
        $totals = foreach ($count in 1..3) {
            Get-Content $log -TotalCount $count | Measure-LogErrors | ForEach-Object { $_.PSTypeNames.Insert(0, 'LogAnalysis.LogErrorSummary#SoFar'); $_ }
        }
        $lines = ($totals | Out-String -Width 80).Trim("`r", "`n") -split "`r?`n" -replace "$escape\[[0-9;]*m"
        $lines | Should -HaveCount 5
        $lines[0] | Should -Match '^ +Errors Warnings +Entries +Rate LastError +LastMessage'
        $lines[2..4] | ForEach-Object { $_.Substring(0, 8).Trim() } | Should -Be 1, 2, 3
        $lines[4] | Should -BeLike '*2025-01-24 07:00:33 order 3 failed*'
    }
}
