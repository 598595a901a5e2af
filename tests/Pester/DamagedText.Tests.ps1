# What is text in a damaged file is read, and what is none is one line, and told: the same however the lines come.
BeforeDiscovery {
    . $PSScriptRoot/Support.ps1
    $info = "2025-01-24 07:00:30 INFO order placed`n"
    $failure = "2025-01-24 07:00:31 ERROR payment failed`n"
    $ascii = [System.Text.Encoding]::ASCII
    $logs = @(
        @{ What = 'NUL bytes at the beginning'; Bytes = [byte[]]::new(5000) + $ascii.GetBytes($info + $failure); Entries = 2; Errors = 1; Unreadable = 1; First = 0 }
        @{ What = 'NUL bytes at the end'; Bytes = $ascii.GetBytes($info + $failure) + [byte[]]::new(5000); Entries = 2; Errors = 1; Unreadable = 1; First = 79 }
        @{ What = 'NUL bytes between lines'; Bytes = $ascii.GetBytes($info) + [byte[]]::new(4096) + $ascii.GetBytes("`n$failure"); Entries = 2; Errors = 1; Unreadable = 1; First = 38 }
        @{ What = 'a stray NUL byte'; Bytes = $ascii.GetBytes($info + $failure.Replace(' failed', "`0 failed`0") + $info); Entries = 3; Errors = 1; Unreadable = 0 }
        @{ What = 'damage'; Bytes = $ascii.GetBytes($info * 50) + [byte[]] (1..600 | ForEach-Object { ($_ * 7) % 32 -eq 10 -or ($_ * 7) % 32 -eq 13 ? 0 : ($_ * 7) % 32 }) + $ascii.GetBytes("`n$failure$info"); Entries = 52; Errors = 1; Unreadable = 1; First = 1900 }
        @{ What = "UTF-16 that Windows PowerShell's >> appended"; Bytes = $ascii.GetBytes($info) + [System.Text.Encoding]::Unicode.GetBytes($failure.Replace("`n", "`r`n") * 2) + $ascii.GetBytes($info); Entries = 4; Errors = 2; Unreadable = 0 }
        @{ What = 'UTF-16 with a mark'; Bytes = $ascii.GetBytes($info) + [byte[]] (0xFF, 0xFE) + [System.Text.Encoding]::Unicode.GetBytes($failure + $info); Entries = 3; Errors = 1; Unreadable = 0 }
    )
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    Enter-NewFolder
}

AfterAll { Pop-Location }

Describe 'A log with <What>' -ForEach $logs {
    BeforeAll {
        [System.IO.File]::WriteAllBytes((Join-Path $PWD 'a.log'), [byte[]] $Bytes)
        function Get-Numbers($Result) { "$($Result.Entries) entries, $($Result.Errors) errors" }
        $expected = "$Entries entries, $Errors errors"
    }

    It 'has the same numbers by its path, as lines and followed' {
        Get-Numbers (Measure-LogErrors a.log -WarningAction Ignore) | Should -BeExactly $expected
        Get-Numbers (Get-LogReport a.log -WarningAction Ignore) | Should -BeExactly $expected
        Get-Numbers (Get-Content a.log | Measure-LogErrors -WarningAction Ignore) | Should -BeExactly $expected
        Get-Numbers (Get-Content a.log | Get-LogReport -WarningAction Ignore) | Should -BeExactly $expected
        Get-Numbers (Watch-LogFile a.log -NoFollow -WarningAction Ignore | Measure-LogErrors) | Should -BeExactly $expected
        Get-Numbers (Watch-LogFile a.log -NoFollow -Multiline -WarningAction Ignore | Measure-LogErrors) | Should -BeExactly $expected
    }

    It 'has the same entries, whoever asks' {
        $texts = (Get-LogEntry a.log -WarningAction Ignore).Message.Where({ $_ }) -join '|'
        $texts | Should -BeLike '*payment* failed*'
        foreach ($other in { Get-LogEntry a.log -Tail 100 -WarningAction Ignore }, { Get-Content a.log | Get-LogEntry -WarningAction Ignore }, { Watch-LogFile a.log -NoFollow -WarningAction Ignore }) {
            (& $other).Message.Where({ $_ }) -join '|' | Should -BeExactly $texts -Because $other
        }
    }

    It 'tells what was no text: <Script>' -ForEach @(
        @{ Script = 'Measure-LogErrors a.log' }
        @{ Script = 'Measure-LogErrors a.log -By Level' }
        @{ Script = 'Get-LogReport a.log' }
        @{ Script = 'Get-LogEntry a.log' }
        @{ Script = 'Get-LogEntry a.log -Merge' }
        @{ Script = 'Get-LogEntry a.log -Tail 100' }
        @{ Script = 'Get-LogEntry a.log -Tail 1' }
        @{ Script = 'Get-LogStatusCode a.log' }
    ) {
        $run = Invoke-Script "$Script 3>&1"
        $run.Errors | Should -BeNullOrEmpty
        $warnings = $run.Output | Where-Object { $_ -is [System.Management.Automation.WarningRecord] }
        if ($Unreadable) { $warnings | Should -BeLike "1 line of '*a.log' is not text and was skipped; the first begins at byte $First." }
        else { $warnings | Should -BeNullOrEmpty }
    }

    It 'tells it where it is followed' {
        $run = Invoke-Script 'Watch-LogFile a.log -FromStart -IdleTimeout 1s 3>&1'
        $run.Errors | Should -BeNullOrEmpty
        $warnings = $run.Output | Where-Object { $_ -is [System.Management.Automation.WarningRecord] }
        if ($Unreadable) { $warnings | Should -BeLike "A line of '*a.log', which begins at byte $First, is not text and was skipped*" }
        else { $warnings | Should -BeNullOrEmpty }
    }
}

Describe 'A file that is no text' {
    It 'is refused with one error: <What>, <Script>' -ForEach @(
        foreach ($file in @{ What = 'NUL bytes only'; Bytes = [byte[]]::new(9000) },
            @{ What = 'records'; Bytes = [byte[]] (1..9000 | ForEach-Object { $_ % 24 -lt 9 ? $_ % 7 : 65 + $_ % 24 }) },
            @{ What = 'a database'; Bytes = [System.Text.Encoding]::ASCII.GetBytes("SQLite format 3`0" + "CREATE TABLE log (line TEXT)`n" * 400) }) {
            foreach ($script in 'Measure-LogErrors b.bin', 'Get-LogEntry b.bin', 'Get-LogEntry b.bin -Tail 2', 'Get-LogReport b.bin', 'Get-LogStatusCode b.bin') { $file + @{ Script = $script } }
        }
    ) {
        [System.IO.File]::WriteAllBytes((Join-Path $PWD 'b.bin'), $Bytes)
        $run = Invoke-Script $Script
        Format-Failure $run.Errors | Should -BeExactly 'BinaryFile InvalidData'
        "$($run.Errors)" | Should -BeLike "*b.bin' is not text*"
        $run.Output | Should -BeNullOrEmpty
    }
}
