# What a report looks like in a terminal, by its width.
BeforeAll {
    . $PSScriptRoot/Support.ps1
    $escape = [char] 27
    Push-Location $root
    # What the view of a report calls, with the width of a terminal.
    function Get-Line($Report, [int] $Width, $Style) { [LogAnalysis.Views.ReportDashboard]::Lines($Report, $Width, $root, $Style) }
}

AfterAll { Pop-Location }

Describe 'A report in a terminal' {
    It 'fits <Width> columns: <Script>' -ForEach @(
        foreach ($script in 'Get-LogReport samples/*', 'Get-LogReport samples/access.log', 'Get-LogReport samples/app.log', "'INFO x' | Get-LogReport", "'' | Get-LogReport") {
            foreach ($width in 0, 1, 80, 139, 140, 200, 500) { @{ Script = $script; Width = $width } }
        }
    ) {
        $lines = Get-Line (Invoke-Expression $Script) $Width
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual ($Width -eq 0 ? 79 : [Math]::Max($Width, 60) - 1)
        $lines | Should -BeExactly $lines.TrimEnd()
        $lines.Count | Should -BeGreaterOrEqual 3
        $lines.Count | Should -BeLessOrEqual ($Width -eq 1 ? 28 : $Width -lt 140 ? 25 : 28)
    }

    It 'keeps what belongs apart at 60 columns' {
        $lines = Get-Line (Get-LogReport samples/*) 60
        # The ends of the chart, how high it is, and each total are whole, with room between them.
        $lines | Where-Object { $_ -match '^ +09:58:00 {2,}10:46:00$' } | Should -HaveCount 1
        ($lines -join "`n") | Should -Match '(?m)^ +at most 9 entries, 2 errors in 30 s$'
        ($lines -join "`n") | Should -Match '20 warnings \(9.5%\)'
        ($lines -join "`n") | Should -Match '(?m) {2,}231 lines, 27\.2 kB$'
    }

    It 'uses a high one, shows the most serious first, and says what is left out' {
        $log = foreach ($i in 0..25) { foreach ($j in 0..(30 - $i)) { "ERROR $([string][char](97 + $i) * 9) failed" } }
        $report = $log + 'CRITICAL disk full' | Get-LogReport
        # Ten patterns are asked for, and the rarest is the one that matters.
        $report.ErrorPatterns | Should -HaveCount 10
        $report.ErrorPatterns.Count | Should -Be ($report.ErrorPatterns.Count | Sort-Object -Descending)
        $lines = [LogAnalysis.Views.ReportDashboard]::Lines($report, 120, $root, $null, 40)
        $first = $lines.IndexOf(($lines -match '^Errors\b')[-1]) + 1
        $lines[$first] | Should -Match '^ +1 +0\.\d% +disk full'
        $lines.Count | Should -BeLessOrEqual 38
        $lines[-1] | Should -Not -Match 'more'

        $report = $log + 'CRITICAL disk full' | Get-LogReport -Top 50
        foreach ($height in 0, 24, 30) {
            $lines = [LogAnalysis.Views.ReportDashboard]::Lines($report, 80, $root, $null, $height)
            $shown = @($lines -match ' (failed|disk full)').Count
            $lines[-1] | Should -Match "^ +\+$(27 - $shown) more$"
            $lines.Count | Should -Be ([Math]::Max($height - 2, 22))
        }
    }

    It 'uses a wide one' {
        $lines = Get-Line (Get-LogReport samples/access.log) 200
        $lines | ForEach-Object Length | Should -Contain 199
        $lines -match '^Errors .*Endpoints .*Clients$' | Should -HaveCount 1
    }

    It 'tells what the report tells' {
        $shown = (Get-Line (Get-LogReport samples/access.log) 80) -join "`n"
        foreach ($part in "samples$([System.IO.Path]::DirectorySeparatorChar)access.log ", '2025-05-17 09:58:21 to 10:45:47 (47 min 26 s)',
            '121 entries, 2.6/min   7 errors (5.8%)   15 warnings (12.4%)', 'at most 3 entries, 2 errors in 30 s', 'Warning      15   12.4% ',
            '4xx  15   12.4% █▍ 404: 11, 401: 3', '3  42.9%  POST /api/orders 503', '19  GET /api/orders', '21  192.0.2.7', '2.58 MB sent') {
            $shown.Contains($part) | Should -BeTrue -Because $part
        }
    }

    It 'looks the same when it comes back: <Path>' -ForEach @(@{ Path = 'samples/access.log' }, @{ Path = 'samples/*' }) {
        $report = Get-LogReport $Path
        Get-Line ($report | ConvertTo-Returned) 200 | Should -BeExactly (Get-Line $report 200)
    }

    It 'shows response times where the log tells them' {
        $report = '192.0.2.7 - - [24/Jan/2025:07:00:30 +0000] "GET / HTTP/1.1" 200 90 0.250' | Get-LogReport
        (Get-Line $report 80)[3] | Should -MatchExactly '^Responses   P50 25\d.*ms   P90 .*   P99 .*   longest 250 ms +90 B sent$'
    }

    It 'has the colours of $PSStyle, which take no room: <Rendering>' -ForEach @(
        @{ Rendering = 'PlainText'; Coloured = $false }, @{ Rendering = 'Ansi'; Coloured = $true }
    ) {
        $before = $PSStyle.OutputRendering
        $PSStyle.OutputRendering = $Rendering
        try {
            $report = Get-LogReport samples/*
            $shown = Get-Line $report 120 $PSStyle
            [bool] ($shown -match $escape) | Should -Be $Coloured
            $shown -replace "$escape\[[0-9;]*m" | Should -BeExactly (Get-Line $report 120)
            # Each colour has a text behind it, and a reset behind that.
            $shown -replace "($escape\[[0-9;]*m)+[^$escape]+$escape\[0m" -match $escape | Should -BeNullOrEmpty
        }
        finally { $PSStyle.OutputRendering = $before }
    }

    It 'gives wide characters two cells, and cuts long texts between characters' {
        $report = "ERROR $('漢' * 100)", "ERROR $('🙂' * 100)" | Get-LogReport
        $cut = (Get-Line $report 80) -match '…'
        $cut | Should -HaveCount 2
        foreach ($line in $cut) {
            # Half of a character cannot be encoded, and throws.
            $null = [System.Text.UTF8Encoding]::new($false, $true).GetByteCount($line)
            $cells = ($line.EnumerateRunes() | ForEach-Object { $_.Value -gt 0x2FFF ? 2 : 1 } | Measure-Object -Sum).Sum
            $cells | Should -BeGreaterOrEqual 70
            $cells | Should -BeLessOrEqual 79
        }
    }

    It 'is a line where there are several' {
        $shown = Get-LogReport samples/app.log -Every 5m | Out-String -Width 80
        $shown | Should -Match 'From +Entries +Errors +Warnings +Rate TopError'
        $shown | Should -Match '2025-05-17 10:05:\d\d +\d+ +\d+ +\d+ +[\d.]+% Payment of order'
    }
}
