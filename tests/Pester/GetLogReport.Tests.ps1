BeforeAll {
    . $PSScriptRoot/Support.ps1
}

Describe 'Get-LogReport' {
    It 'counts the same as <Form>' -ForEach @(
        @{ Form = 'paths'; Script = { Get-LogReport $samples/* } }
        @{ Form = 'files'; Script = { Get-ChildItem $samples | Get-LogReport } }
        @{ Form = 'lines'; Script = { Get-Content $samples/* | Get-LogReport } }
        @{ Form = 'entries'; Script = { Watch-LogFile $samples/* -NoFollow | Get-LogReport } }
        @{ Form = 'reports'; Script = { Get-ChildItem $samples | ForEach-Object { Get-LogReport $_ } | Get-LogReport } }
    ) {
        $report = & $Script
        $report.Lines, $report.Entries, $report.Errors, $report.Warnings | Should -Be 231, 211, 14, 20
        $report.Formats | Should -Be 'access', 'application', 'json'
        ($report.StatusCodes | Where-Object Code -EQ 404).Count | Should -Be 15
        ($report.Timeline | Measure-Object Entries -Sum).Sum | Should -Be 211
        $report.Paths | Should -HaveCount 3
    }

    It 'has at most 120 buckets, from the first entry to the last' {
        $report = Get-LogReport $samples/access.log
        $report.Timeline.Count | Should -BeLessOrEqual 120
        $report.Timeline[0].Start | Should -BeLessOrEqual $report.From
        $report.Timeline[-1].Start + $report.BucketSize | Should -BeGreaterThan $report.To
    }

    It 'becomes JSON' {
        $json = Get-LogReport $samples/access.log | ConvertTo-Json -Depth 5 | ConvertFrom-Json
        $json.Errors | Should -Be 7
        $json.Levels[0].Count | Should -Be 99
    }
}
