BeforeAll {
    . $PSScriptRoot/Support.ps1
    $app = Join-Path $TestDrive 'app.log'
    Set-Content $app @(
        '2025-01-24 07:00:30 INFO parity error corrected'
        '2025-01-24 07:00:31 ERROR boom'
        'java.io.IOException: error'
        "`tat x.y"
        '2025-01-24 07:00:32 FATAL gone'
        '2025-01-24 07:00:33 WARN low'
    )
}

Describe 'Measure-LogErrors' {
    It 'counts the same as <Form>' -ForEach @(
        @{ Form = 'a path'; Script = { Measure-LogErrors $app } }
        @{ Form = 'a literal path'; Script = { Measure-LogErrors -LiteralPath $app } }
        @{ Form = 'a file'; Script = { Get-Item $app | Measure-LogErrors } }
        @{ Form = 'lines'; Script = { Get-Content $app | Measure-LogErrors } }
        @{ Form = 'one string'; Script = { Get-Content $app -Raw | Measure-LogErrors } }
        @{ Form = 'entries'; Script = { Watch-LogFile $app -NoFollow | Measure-LogErrors } }
    ) {
        $summary = & $Script
        $summary.Lines, $summary.Entries, $summary.Errors, $summary.Critical, $summary.Warnings | Should -Be 6, 4, 2, 1, 1
        $summary.ErrorRate | Should -Be 0.5
        $summary.LastMessage | Should -Be 'gone'
        $summary.Path | Should -Be $app
    }

    It 'writes one summary a file, and one over all with -Total' {
        $other = Join-Path $TestDrive 'other.log'
        Set-Content $other 'ERROR x'
        (Measure-LogErrors $app, $other).Errors | Should -Be 2, 1
        (Measure-LogError $app, $other -Total).Errors | Should -Be 3
    }

    It 'names a missing file in one error and counts the good one' {
        $result = Measure-LogErrors (Join-Path $TestDrive 'missing.log'), $app -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'FileNotFound,*'
        $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $problems[0].TargetObject | Should -Be (Join-Path $TestDrive 'missing.log')
        $result.Errors | Should -Be 2
    }

    It 'does not take a line for a path' {
        $list = Join-Path $TestDrive 'list.txt'
        Set-Content $list $app
        (Get-Content $list | Measure-LogErrors).Lines | Should -Be 1
    }

    It 'gives an object that tables, exports and JSON show well' {
        $table = Measure-LogErrors $app | Format-Table | Out-String -Width 80
        $table | Should -Match 'Errors\s+Warnings\s+Entries'
        (Measure-LogErrors $app | ConvertTo-Json | ConvertFrom-Json).Errors | Should -Be 2
        (Measure-LogErrors $app | ConvertTo-Csv | ConvertFrom-Csv).Errors | Should -Be 2
    }

    It 'groups errors by <Key>' -ForEach @(
        @{ Key = 'Pattern'; Names = 'order <*> failed' }
        @{ Key = 'Level'; Names = 'Error' }
    ) {
        $log = Join-Path $TestDrive 'groups.log'
        'ERROR order 17 failed', 'ERROR order 18 failed', 'INFO order 19 placed' | Set-Content $log
        $groups = Measure-LogErrors $log -By $Key
        $groups.Name | Should -Be $Names
        $groups.Count | Should -Be 2
        $groups.Example | Should -Be 'order 17 failed'
        $groups | Format-Table | Out-String -Width 80 | Should -Match '100.0%'
    }

    It 'counts a line of a container with its entry: <With>' -ForEach @(
        @{ With = '-MinimumLevel Error'; Lines = 2; Mirrored = 1 }
        @{ With = '-Pattern boom'; Lines = 2; Mirrored = 1 }
        @{ With = '-Pattern .'; Lines = 3; Mirrored = 3 }
        @{ With = '-MinimumLevel Error -Pattern .'; Lines = 2; Mirrored = 1 }
    ) {
        $log = Join-Path $TestDrive 'compose.log'
        $measure = [scriptblock]::Create("Measure-LogErrors '$log' $With; Get-Content '$log' | Measure-LogErrors $With")
        'web_1  | 2025-01-24 07:00:30 ERROR boom', 'db_1   | 2025-01-24 07:00:31 INFO fine', 'web_1  |     at x.y(z.java:1)' | Set-Content $log
        (& $measure).Lines | Should -Be $Lines, $Lines
        'web_1  | 2025-01-24 07:00:30 INFO fine', 'db_1   | 2025-01-24 07:00:31 ERROR boom', 'web_1  |     at x.y(z.java:1)' | Set-Content $log
        (& $measure).Lines | Should -Be $Mirrored, $Mirrored
    }

    It 'counts windows of log time' {
        $log = Join-Path $TestDrive 'windows.log'
        '2025-01-24T07:00:10Z ERROR one', '2025-01-24T07:01:10Z ERROR two', '2025-01-24T07:01:20Z INFO three' | Set-Content $log
        (Measure-LogErrors $log -Every 1m).Entries | Should -Be 1, 2
        Measure-LogErrors $log -Every 1m | Out-String -Width 80 | Should -Match '2025-01-24 07:01:00 +1 +0 +2'
    }
}
