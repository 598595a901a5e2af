# Formats are registered for the process: each pattern here matches nothing that other tests have.
BeforeAll {
    . $PSScriptRoot/Support.ps1
    Enter-NewFolder
    New-Log acme.log '~~2025-01-24 07:00:30 #INFO# no error', "~~2025-01-24 07:00:31 #ERROR# 503 lost 'ü'", 'java.io.IOException: refused',
        '~~2025-01-24 07:00:32 #warn# slow'
}

AfterAll { Pop-Location }

Describe 'Register-LogFormat' {
    It 'adds a format that every command recognises' {
        Register-LogFormat -Name zz-acme -Pattern '^~~(?<timestamp>\S+ \S+) #(?<level>\w+)# (?<status>\d{3})? ?(?<message>.*)$' -Force | Should -BeNullOrEmpty
        $entries = Get-LogEntry acme.log
        $entries.Message | Should -BeExactly 'no error', "lost 'ü'", 'slow'
        $entries.Level | Should -Be 'Information', 'Error', 'Warning'
        $entries.Format | Should -Be 'zz-acme', 'zz-acme', 'zz-acme'
        $entries[1].Timestamp.DateTime | Should -Be ([datetime] '2025-01-24 07:00:31')
        $entries[1].Text -split '\n' | Should -HaveCount 2
        (Get-Content acme.log | Measure-LogErrors).Errors | Should -Be 1
        (Get-LogStatusCode acme.log).Code | Should -Be 503
        (Get-LogReport acme.log).Formats | Should -Be 'zz-acme'
        Watch-LogFile acme.log -NoFollow -Format zz-acme | Should -HaveCount 4
        (Get-LogEntry acme.log -Format text).Format | Should -Be 'text', 'text', 'text'
    }

    It 'writes the format when asked to, and Get-LogFormat lists it' {
        $format = Register-LogFormat loud '^~~(?<level>loud)' -PassThru -Force
        $format.Name | Should -Be 'loud'
        $format.Description | Should -BeLike 'Registered: *(?<level>loud)*'
        (Get-LogFormat LOUD).Name | Should -Be 'loud'
    }

    It 'replaces a registered format with -Force' {
        Register-LogFormat changing '^~~changing (?<level>\w+)' -Force
        Register-LogFormat changing '^~~changed (?<level>\w+)' -Force
        (Get-LogFormat changing).Name | Should -Be 'changing'
        New-Log c.log '~~changed ERROR'
        (Get-LogEntry c.log).Format | Should -Be 'changing'
    }

    It 'refuses <Script>' -ForEach @(
        @{ Script = "Register-LogFormat json '(?<level>x)' -Force"; Failure = 'FormatExists ResourceExists'; Target = 'json'; Advice = 'Choose another name' }
        @{ Script = "Register-LogFormat taken '^~~(?<level>t)' -Force; Register-LogFormat TAKEN '^~~(?<level>t)'"; Failure = 'FormatExists ResourceExists'; Target = 'TAKEN'; Advice = '-Force' }
        @{ Script = "Register-LogFormat x '(?<level>['"; Failure = 'InvalidPattern InvalidArgument'; Target = '(?<level>['; Advice = 'At position 10' }
        @{ Script = "Register-LogFormat x '(level)'"; Failure = 'NoNamedGroup InvalidArgument'; Target = '(level)'; Advice = 'timestamp, level, message, status' }
        @{ Script = "Register-LogFormat 'a b' '(?<level>x)'"; Failure = 'InvalidFormatName InvalidArgument'; Target = 'a b'; Advice = 'letters, digits' }
        @{ Script = 'Register-LogFormat "x`n" "(?<level>x)"'; Failure = 'InvalidFormatName InvalidArgument'; Target = 'x*'; Advice = 'letters, digits' }
    ) {
        $run = Invoke-Script $Script
        Format-Failure $run.Errors | Should -BeExactly $Failure
        $run.Errors.TargetObject | Should -BeLikeExactly $Target.Replace('[', '`[')
        "$($run.Errors)" | Should -BeLike "*$Advice*"
    }

    It 'gives up a pattern that runs away, and reports it once' {
        New-Log evil.log (@("~~$('a' * 60)!") * 30 + 'ERROR: counted all the same')
        Register-LogFormat evil '^~~(?<level>(a+)+)(?=b)$' -Force
        try {
            $run = Invoke-Script 'Measure-LogErrors evil.log, evil.log'
            $run.Errors.FullyQualifiedErrorId | Should -BeLike 'FormatTimeout,*'
            $run.Errors.TargetObject | Should -Be 'evil'
            $run.Output.Errors | Should -Be 1
        }
        finally { Register-LogFormat evil '^~~(?<level>evil)' -Force }
    }
}
