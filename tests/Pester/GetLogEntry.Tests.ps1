BeforeAll {
    . $PSScriptRoot/Support.ps1
    $app = Join-Path $TestDrive 'app.log'
    Set-Content $app @(
        '2025-01-24 07:00:00 INFO start'
        '2025-01-24 08:00:00 ERROR boom'
        "`tat x.y"
        '2025-01-24 09:00:00 WARN slow'
        "$([datetime]::Now.ToString('yyyy-MM-dd HH:mm:ss')) FATAL gone"
    )
}

Describe 'Get-LogEntry' {
    It 'writes whole entries' {
        $entries = Get-LogEntry $app
        $entries.Message | Should -Be 'start', 'boom', 'slow', 'gone'
        $entries[1].Text | Should -Be "2025-01-24 08:00:00 ERROR boom`n`tat x.y"
        ($entries | Measure-LogErrors).Lines | Should -Be 5
    }

    It 'filters by <Arguments.Keys>' -ForEach @(
        @{ Arguments = @{ MinimumLevel = 'Error' }; Expected = 'boom', 'gone' }
        @{ Arguments = @{ Level = 'Warning', 'Information' }; Expected = 'start', 'slow' }
        @{ Arguments = @{ Since = '-1h' }; Expected = 'gone' }
        @{ Arguments = @{ Since = '2025-01-24 08:00'; Until = '2025-01-24 09:00' }; Expected = 'boom' }
        @{ Arguments = @{ Since = [datetime] '2025-01-24 09:00'; Until = '2025-01-25' }; Expected = 'slow' }
        @{ Arguments = @{ Pattern = 'AT\s' }; Expected = 'boom' }
    ) {
        (Get-LogEntry $app @Arguments).Message | Should -Be $Expected
    }

    It 'takes a span back from now as it is typed' {
        (Get-LogEntry $app -Since -1h).Message | Should -Be 'gone'
        (Get-LogEntry $app -Since -30m -MinimumLevel Error | Format-Table Timestamp, Level, Message | Out-String) | Should -Match 'Critical\s+gone'
    }

    It 'reads the last entries from the end' {
        (Get-LogEntry $app -Tail 2).Message | Should -Be 'slow', 'gone'
        (Get-LogEntry $app -Tail 1 -Level Error).Message | Should -Be 'boom'
    }

    It 'merges files by time' {
        $other = Join-Path $TestDrive 'other.log'
        Set-Content $other '2025-01-24 07:30:00 INFO between', '2025-01-24 08:30:00 INFO later'
        (Get-LogEntry $app, $other -Merge -Until 2025-01-25).Message | Should -Be 'start', 'between', 'boom', 'later', 'slow'
        (Get-LogEntry $other, $app -Merge -Tail 2).Message | Should -Be 'slow', 'gone'
    }

    It 'ends when Select-Object has enough' {
        (Get-LogEntry $app | Select-Object -First 1).Message | Should -Be 'start'
    }
}
