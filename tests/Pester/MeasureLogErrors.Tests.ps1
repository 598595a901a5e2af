BeforeAll {
    . $PSScriptRoot/Support.ps1

    # Groups as 'count name', files by their names alone.
    filter Format-Group { "$($_.Count) $($_.Name.Replace($PWD.ProviderPath + [System.IO.Path]::DirectorySeparatorChar, ''))" }
    Enter-NewFolder
    New-Log a.log '2025-01-24T07:00:10Z INFO [main] shop: started', '2025-01-24T07:00:20Z ERROR [main] shop: could not read order 17',
        'java.lang.IllegalStateException: order 17', "`tat shop.Orders.read(Orders.java:17)",
        '2025-01-24T07:01:30Z ERROR [main] shop: could not read order 18', '2025-01-24T07:02:30Z WARN [main] shop: slow'
    New-Log b.log '192.0.2.7 - - [24/Jan/2025:07:00:30 +0000] "GET /orders/17 HTTP/1.1" 500 91',
        '192.0.2.7 - - [24/Jan/2025:07:00:31 +0000] "GET /orders/18 HTTP/1.1" 500 91',
        '192.0.2.7 - - [24/Jan/2025:07:00:32 +0000] "GET /cart HTTP/1.1" 503 91',
        '192.0.2.7 - - [24/Jan/2025:07:00:33 +0000] "GET /none HTTP/1.1" 404 91'
}

AfterAll { Pop-Location }

Describe 'Measure-LogErrors' {
    BeforeAll {
        $app = Join-Path $TestDrive 'app.log'
        Set-Content $app '2025-01-24 07:00:30 INFO parity error corrected', '2025-01-24 07:00:31 ERROR boom', 'java.io.IOException: error', "`tat x.y",
            '2025-01-24 07:00:32 FATAL gone', '2025-01-24 07:00:33 WARN low'
    }

    It 'counts the same as <Form>' -ForEach @(
        @{ Form = 'a path'; Script = { Measure-LogErrors $app } }
        @{ Form = 'a literal path'; Script = { Measure-LogErrors -LiteralPath $app } }
        @{ Form = 'a file'; Script = { Get-Item $app | Measure-LogErrors } }
        @{ Form = 'lines'; Script = { Get-Content $app | Measure-LogErrors } }
        @{ Form = 'one string'; Script = { Get-Content $app -Raw | Measure-LogErrors } }
        @{ Form = 'entries'; Script = { Watch-LogFile $app -NoFollow | Measure-LogErrors } }
        @{ Form = 'whole entries'; Script = { Get-LogEntry $app | Measure-LogErrors } }
    ) {
        $summary = & $Script
        $summary.Lines, $summary.Entries, $summary.Errors, $summary.Critical, $summary.Warnings | Should -Be 6, 4, 2, 1, 1
        $summary.ErrorRate | Should -Be 0.5
        $summary.LastMessage | Should -Be 'gone'
        $summary.Path | Should -Be $app
    }

    It 'gives an object that exports and JSON show well' {
        (Measure-LogErrors $app | ConvertTo-Json | ConvertFrom-Json).Errors | Should -Be 2
        (Measure-LogErrors $app | ConvertTo-Csv | ConvertFrom-Csv).Errors | Should -Be 2
    }

    It 'counts only entries that are wanted: <Arguments>' -ForEach @(
        @{ Arguments = '-MinimumLevel Warning'; Entries = 3; Errors = 2 }
        @{ Arguments = "-Pattern 'order 17'"; Entries = 1; Errors = 1 }
        @{ Arguments = "-Pattern 'Orders\.java'"; Entries = 1; Errors = 1 }
        @{ Arguments = "-Pattern 'shop' -MinimumLevel Critical"; Entries = 0; Errors = 0 }
    ) {
        foreach ($script in "Measure-LogErrors a.log $Arguments", "Get-Content a.log | Measure-LogErrors $Arguments") {
            $summary = Invoke-Expression $script
            $summary.Entries, $summary.Errors | Should -Be $Entries, $Errors -Because $script
        }
    }

    It 'counts a line of a container with its entry: <With>' -ForEach @(
        @{ With = '-MinimumLevel Error'; Lines = 2; Mirrored = 1 }
        @{ With = '-Pattern boom'; Lines = 2; Mirrored = 1 }
        @{ With = '-Pattern .'; Lines = 3; Mirrored = 3 }
        @{ With = '-MinimumLevel Error -Pattern .'; Lines = 2; Mirrored = 1 }
    ) {
        New-Log compose.txt 'web_1  | 2025-01-24 07:00:30 ERROR boom', 'db_1   | 2025-01-24 07:00:31 INFO fine', 'web_1  |     at x.y(z.java:1)'
        New-Log mirrored.txt 'web_1  | 2025-01-24 07:00:30 INFO fine', 'db_1   | 2025-01-24 07:00:31 ERROR boom', 'web_1  |     at x.y(z.java:1)'
        foreach ($source in 'Measure-LogErrors {0}', 'Get-Content {0} | Measure-LogErrors') {
            (Invoke-Expression "$($source -f 'compose.txt') $With").Lines | Should -Be $Lines
            (Invoke-Expression "$($source -f 'mirrored.txt') $With").Lines | Should -Be $Mirrored
        }
    }

    It 'refuses parameters that make no sense: <Arguments>' -ForEach @(
        @{ Arguments = '-By Level -Total'; Id = 'CannotCombineParameters' }
        @{ Arguments = '-Top 3 -Total'; Id = 'CannotCombineParameters' }
        @{ Arguments = '-Every 0'; Id = 'DurationNotPositive' }
        @{ Arguments = "-Pattern '('"; Id = 'InvalidPattern' }
    ) {
        Format-Failure (Invoke-Script "Measure-LogErrors a.log $Arguments").Errors | Should -BeExactly "$Id InvalidArgument"
    }

    It 'takes responses' {
        $summary = Get-LogStatusCode b.log | Measure-LogErrors
        $summary.Entries, $summary.Errors, $summary.Warnings | Should -Be 4, 3, 1
        $summary.LastError | Should -Be ([datetimeoffset] '2025-01-24T07:00:32Z')
    }

    It 'reports what cannot be counted again: <Script>' -ForEach @(
        @{ Script = 'Measure-LogErrors a.log -By Level | Measure-LogErrors -By Path'; Id = 'UnsupportedInput' }
        @{ Script = 'Measure-LogErrors a.log | Measure-LogErrors -Every 1m'; Id = 'CannotSplitByTime' }
    ) {
        (Invoke-Script $Script).Errors.FullyQualifiedErrorId | Should -BeLike "$Id,*"
    }

    It 'adds up summaries of many machines: <Trip>' -ForEach @(
        @{ Trip = 'here'; Script = { Measure-LogErrors [ab].log | Measure-LogErrors } }
        @{ Trip = 'returned'; Script = { Measure-LogErrors [ab].log | ConvertTo-Returned | Measure-LogErrors } }
    ) {
        $total = & $Script
        $total.Lines, $total.Entries, $total.Errors, $total.Warnings | Should -Be 10, 8, 5, 2
        $total.LastError | Should -Be ([datetimeoffset] '2025-01-24T07:01:30Z')
        $total.LastMessage | Should -Be 'could not read order 18'
    }
}

Describe 'Measure-LogErrors -By' {
    It 'groups the errors of all input, the most frequent first: <By>' -ForEach @(
        @{ By = 'Pattern'; Expected = '2 GET /orders/<*> 500', '1 GET /cart 503', '1 could not read order <num>', '1 could not read order <num>: java.lang.IllegalStateException at shop.Orders.read' }
        @{ By = 'Level'; Expected = '5 Error' }
        @{ By = 'Level -MinimumLevel Warning'; Expected = '5 Error', '2 Warning' }
        @{ By = 'Path'; Expected = '3 b.log', '2 a.log' }
        @{ By = 'StatusCode'; Expected = '2 500', '1 503' }
        @{ By = 'StatusCode -MinimumLevel Warning -Top 2'; Expected = '2 500', '1 404' }
        @{ By = "Pattern -Pattern 'cart|OrDeR 18'"; Expected = '1 GET /cart 503', '1 could not read order <num>' }
    ) {
        foreach ($source in 'Get-ChildItem [ab].log | Measure-LogErrors', 'Watch-LogFile [ab].log -NoFollow | Measure-LogErrors', 'Get-LogEntry [ab].log | Measure-LogErrors', 'Measure-LogErrors [ab].log') {
            Invoke-Expression "$source -By $By" | Format-Group | Should -BeExactly $Expected -Because $source
        }
    }

    It 'tells share, level, times, files, and what the earliest says' {
        New-Log c.log '2025-01-24T07:00:20Z ERROR [main] shop: could not read order 17', '2025-01-24T07:01:30Z ERROR [main] shop: could not read order 18'
        $group = Measure-LogErrors [bc].log -By Pattern | Where-Object Name -EQ 'could not read order <num>'
        $group.Count, $group.Percent, $group.Level | Should -Be 2, 40, 'Error'
        $group.First, $group.Last | Should -Be ([datetimeoffset] '2025-01-24T07:00:20Z'), ([datetimeoffset] '2025-01-24T07:01:30Z')
        $group.Example, $group.Paths | Should -Be 'could not read order 17', (Join-Path $PWD 'c.log')
    }

    It 'takes responses, and groups of other machines: <Script>' -ForEach @(
        @{ Script = 'Get-LogStatusCode b.log | Measure-LogErrors -By StatusCode'; Expected = '2 500', '1 503' }
        @{ Script = 'Get-LogStatusCode b.log | Measure-LogErrors -By Pattern -MinimumLevel Warning'; Expected = '2 GET /orders/<*> 500', '1 GET /cart 503', '1 GET /none 404' }
        @{ Script = 'Get-LogStatusCode b.log | Measure-LogErrors -By Level -Pattern orders'; Expected = '2 Error' }
        @{ Script = '$(Measure-LogErrors a.log -By Pattern; Measure-LogErrors [ab].log -By Pattern) | Measure-LogErrors -By Pattern'; Expected = '2 GET /orders/<*> 500', '2 could not read order <num>', '2 could not read order <num>: java.lang.IllegalStateException at shop.Orders.read', '1 GET /cart 503' }
        @{ Script = '$(Measure-LogErrors a.log -By Path; Measure-LogErrors [ab].log -By Path) | Measure-LogErrors -By Path'; Expected = '4 a.log', '3 b.log' }
    ) {
        Invoke-Expression $Script | Format-Group | Should -BeExactly $Expected
    }
}

Describe 'Measure-LogErrors -Every' {
    It 'writes a summary for each window of log time: <Script>' -ForEach @(
        @{ Script = 'Measure-LogErrors a.log -Every 1m' }
        @{ Script = 'Get-Content a.log | Measure-LogErrors -Every 00:01:00' }
        @{ Script = 'Watch-LogFile a.log -FromStart -IdleTimeout 100ms | Measure-LogErrors -Every 60' }
    ) {
        $windows = Invoke-Expression $Script
        $windows.WindowStart.UtcDateTime.TimeOfDay | Should -Be ([timespan[]] ('07:00', '07:01', '07:02'))
        $windows.WindowEnd.UtcDateTime.TimeOfDay | Should -Be ([timespan[]] ('07:01', '07:02', '07:03'))
        $windows.Entries | Should -Be 2, 1, 1
        $windows.Lines | Should -Be 4, 1, 1
        $windows.Errors | Should -Be 1, 1, 0
    }

    It 'shows each window as a line' {
        Measure-LogErrors a.log -Every 1m | Out-String -Width 80 | Should -Match '2025-01-24 07:01:00 +1 +0 +1'
    }

    It 'counts entries without a time when they arrive' {
        $before = [datetimeoffset]::UtcNow
        $window = 'ERROR one', 'ERROR two' | Measure-LogErrors -Every 365d
        $window.Errors | Should -Be 2
        $window.WindowStart | Should -BeLessOrEqual $before
        $window.WindowEnd | Should -BeGreaterOrEqual ([datetimeoffset]::UtcNow)
    }
}

Describe 'Measure-LogErrors behind Watch-LogFile' {
    It 'writes totals whenever the number of errors has changed' {
        $path = New-Log app.log
        $totals = Start-Script "Watch-LogFile '$path' -FromStart | Measure-LogErrors"
        try {
            [System.IO.File]::AppendAllText($path, "2025-01-24 07:00:30 INFO a`n2025-01-24 07:00:31 ERROR b`n`tat frame`n")
            Wait-For { $totals.Output.Count -ge 1 }
            [System.IO.File]::AppendAllText($path, "2025-01-24 07:00:32 INFO c`n2025-01-24 07:00:33 FATAL d`n")
            Wait-For { $totals.Output.Count -ge 2 }
            $written = $totals.Output.ReadAll()
            $written.Errors | Should -Be 1, 2
            $written.Entries | Should -Be 2, 4
            $written[0].Lines, $written[0].LastMessage, $written[0].Path | Should -Be 3, 'b', $path
        }
        finally { Stop-Script $totals }
    }

    It 'writes totals though a filter on the way holds back the last entry' {
        $path = New-Log filtered.log
        $totals = Start-Script "Watch-LogFile '$path' | Where-Object Level -EQ Error | Measure-LogErrors"
        try {
            # The last line for now never passes the filter.
            Wait-For { [System.IO.File]::AppendAllText($path, "2025-01-24T07:03:30Z ERROR again`n2025-01-24T07:03:31Z INFO later`n"); $totals.Output.Count -gt 0 }
        }
        finally { Stop-Script $totals }
    }

    It 'does not part an entry from its continuation lines when it writes totals in between' {
        # Totals are due after a second.
        $last = Watch-LogFile a.log -FromStart -IdleTimeout 500ms | ForEach-Object { if ($_.LineNumber -eq 2) { Start-Sleep -Milliseconds 1100 } $_ } |
            Measure-LogErrors -Pattern 'Orders\.java' | Select-Object -Last 1
        $last.Errors, $last.Entries, $last.Lines | Should -Be 1, 1, 3
    }

    It 'gives one summary at the end where the input has one' {
        $summary = Watch-LogFile a.log -NoFollow | Measure-LogErrors
        $summary | Should -HaveCount 1
        $summary.Entries, $summary.Errors | Should -Be 4, 2
    }

    It 'does not repeat the last totals when following ends' {
        New-Log one.log 'ERROR a'
        Watch-LogFile one.log -FromStart -Timeout 500ms | Measure-LogErrors | Should -HaveCount 1
    }
}
