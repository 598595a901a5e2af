# Bad input is reported and not fatal: one error for it, with a stable id, a category and a target; the rest is processed.
BeforeAll {
    . $PSScriptRoot/Support.ps1
    Enter-NewFolder
    New-Log good.log 'ERROR a'
    [System.IO.File]::WriteAllBytes((Join-Path $PWD 'binary.log'), [byte[]] (0x7F, 0x45, 0x4C, 0x46, 0, 0, 1))
    $null = New-Item -ItemType Directory folder
}

AfterAll { Pop-Location }

Describe 'A file that cannot be read' {
    It 'is named by <Command>, and the good one is read: <Bad>' -ForEach @(
        foreach ($command in 'Measure-LogErrors', 'Get-LogReport', 'Get-LogEntry', 'Get-LogStatusCode', 'Watch-LogFile -NoFollow') {
            @{ Command = $command; Bad = 'missing.log'; Failure = 'FileNotFound ObjectNotFound' }
            @{ Command = $command; Bad = 'no/such/folder.log'; Failure = 'FileNotFound ObjectNotFound' }
            @{ Command = $command; Bad = 'folder'; Failure = 'PathIsDirectory InvalidArgument' }
            @{ Command = $command; Bad = 'binary.log'; Failure = 'BinaryFile InvalidData' }
        }
    ) {
        $target = Join-Path $PWD $Bad
        $run = Invoke-Script "$Command -Path $Bad, good.log"
        $run.Errors | Should -HaveCount 1
        Format-Failure $run.Errors[0] | Should -BeExactly $Failure
        $run.Errors[0].TargetObject | Should -BeExactly $target
        "$($run.Errors[0])" | Should -BeLike "*$target*"
        # A response is what this log has none of.
        $run.Output | Should -HaveCount $(if ($Command -eq 'Get-LogStatusCode') { 0 } else { 1 })
    }

    It 'is named where it may not be read' {
        if ($IsWindows -or [Environment]::IsPrivilegedProcess) {
            Set-ItResult -Skipped -Because 'nothing is forbidden to root, nor by a mode on Windows'
        }
        [System.IO.File]::SetUnixFileMode((New-Log secret.log 'x'), 'None')
        $failure = (Invoke-Script 'Measure-LogErrors secret.log').Errors
        Format-Failure $failure | Should -BeExactly 'AccessDenied PermissionDenied'
        $failure.TargetObject | Should -BeExactly (Join-Path $PWD 'secret.log')
    }
}

Describe 'A path that names no file' {
    It 'is named, and the good one is read: <Path>' -ForEach @(
        @{ Path = '*.nothing'; Failure = 'NoMatchingFile ObjectNotFound' }
        @{ Path = 'none/**/*.log'; Failure = 'NoMatchingFile ObjectNotFound' }
        @{ Path = 'Env:PATH'; Failure = 'NotFileSystem InvalidArgument' }
        @{ Path = 'Env:*'; Failure = 'NotFileSystem InvalidArgument' }
        @{ Path = 'nodrive:/*.log'; Failure = 'UnusablePath InvalidArgument' }
        @{ Path = 'nodrive:/x'; Failure = 'UnusablePath InvalidArgument' }
        @{ Path = 'good[.log'; Failure = 'UnusablePath InvalidArgument' }
        @{ Path = 'none/[b-a]*'; Failure = 'UnusablePath InvalidArgument' }
    ) {
        $run = Invoke-Script "Measure-LogErrors $Path, good.log"
        Format-Failure $run.Errors | Should -BeExactly $Failure
        $run.Errors.TargetObject | Should -BeExactly $Path
        $run.Output.Errors | Should -Be 1
    }

    It 'may be a name with a bracket: <Command>' -ForEach @(@{ Command = 'Get-LogEntry' }, @{ Command = 'Watch-LogFile -NoFollow -FromStart' }) {
        [System.IO.File]::WriteAllText((Join-Path $PWD 'half[.log'), "ERROR lost`n")
        $run = Invoke-Script "$Command -Path 'half[.log', 'none[.log'"
        Format-Failure $run.Errors | Should -BeExactly 'UnusablePath InvalidArgument'
        $run.Output.Message | Should -BeExactly 'lost'
    }
}

Describe 'Input that makes no sense' {
    It 'is one error: <Script>' -ForEach @(
        @{ Script = "42, 'ERROR x' | Measure-LogErrors"; Failure = 'UnsupportedInput InvalidType'; Target = 42; Advice = '*' }
        @{ Script = 'Get-LogStatusCode good.log -Code 6xx'; Failure = 'InvalidStatusCode InvalidArgument'; Target = '6xx'; Advice = '*5xx*' }
        @{ Script = "Get-LogFormat '[access'"; Failure = 'UnknownFormat ObjectNotFound'; Target = '[access'; Advice = '*' }
        @{ Script = "Get-LogEntry good.log -Exclude '[x'"; Failure = 'UnusablePath InvalidArgument'; Target = '[x'; Advice = '*' }
        @{ Script = "Get-LogEntry good.log -Pattern 'a(b'"; Failure = 'InvalidPattern InvalidArgument'; Target = 'a(b'; Advice = "*At position 3: Not enough )'s." }
        @{ Script = 'Get-LogEntry good.log -Format nothing'; Failure = 'UnknownFormat ObjectNotFound'; Target = 'nothing'; Advice = '*Get-LogFormat*' }
        @{ Script = 'Measure-LogErrors good.log -Format nothing'; Failure = 'UnknownFormat ObjectNotFound'; Target = 'nothing'; Advice = '*Get-LogFormat*' }
    ) {
        $run = Invoke-Script $Script
        Format-Failure $run.Errors | Should -BeExactly $Failure
        $run.Errors.TargetObject | Should -BeExactly $Target
        "$($run.Errors)" | Should -BeLike $Advice
    }

    It 'is refused with examples of what is meant: <Script>' -ForEach @(
        @{ Script = "Watch-LogFile good.log -Timeout '30 potatoes'"; Example = '30s, 5m, 1h' }
        @{ Script = "Watch-LogFile good.log -Timeout '-5s'"; Example = '30s, 5m, 1h' }
        @{ Script = "Watch-LogFile good.log -Timeout ''"; Example = '30s, 5m, 1h' }
        @{ Script = "Watch-LogFile good.log -Timeout '1e999'"; Example = '30s, 5m, 1h' }
        @{ Script = 'Get-LogEntry good.log -Since yesterday-ish'; Example = '-1h' }
        @{ Script = 'Get-LogEntry good.log -Since 25:00'; Example = '-1h' }
        @{ Script = 'Get-LogReport good.log -Encoding klingon'; Example = 'windows-1252' }
    ) {
        (Invoke-Script $Script).Errors | Should -BeLike "*$Example*"
    }
}

Describe 'An error' {
    It 'says what to do' {
        $failure = (Invoke-Script 'Get-LogEntry none.log').Errors
        $failure.ErrorDetails.RecommendedAction | Should -Match 'Tab completes paths'
        $failure | Out-String -Width 200 | Should -Match 'Recommendation: Check the name'
    }

    It 'does not ask where nobody can answer: -Path is missing' {
        $run = Invoke-PowerShell 'Measure-LogErrors'
        $run.Errors | Should -Match 'Path'
        $run.ExitCode | Should -Be 1
    }
}
