BeforeAll {
    . $PSScriptRoot/Support.ps1
    $acme = Join-Path $TestDrive 'acme.log'
    Set-Content $acme @(
        '~~2025-01-24 07:00:30 #INFO# no error'
        '~~2025-01-24 07:00:31 #ERROR# lost'
        '  at x.y'
    )
}

Describe 'Register-LogFormat' {
    It 'adds a format that every command recognises' {
        Register-LogFormat -Name acme -Pattern '^~~(?<timestamp>\S+ \S+) #(?<level>\w+)# (?<message>.*)$' -Force | Should -BeNullOrEmpty
        (Get-LogEntry $acme).Message | Should -Be 'no error', 'lost'
        (Measure-LogErrors $acme).Errors | Should -Be 1
        (Get-LogReport $acme).Formats | Should -Be 'acme'
        (Get-LogFormat acme).Description | Should -BeLike 'Registered: *'
    }

    It 'writes the format when asked to' {
        (Register-LogFormat acme2 '^~~(?<level>acme2)' -Force -PassThru).Name | Should -Be 'acme2'
    }

    It 'refuses <Case>' -ForEach @(
        @{ Case = 'a malformed pattern, with its position'; Arguments = @{ Name = 'x'; Pattern = '(?<level>[' }; Id = 'InvalidPattern'; Message = '*position 10*' }
        @{ Case = 'a pattern without a field'; Arguments = @{ Name = 'x'; Pattern = 'x' }; Id = 'NoNamedGroup'; Message = '*timestamp, level*' }
        @{ Case = 'the name of a format that is built in'; Arguments = @{ Name = 'json'; Pattern = '(?<level>x)' }; Id = 'FormatExists'; Message = '*another name*' }
    ) {
        { Register-LogFormat @Arguments -ErrorAction Stop } | Should -Throw -ErrorId "$Id,*" -ExpectedMessage $Message
    }

    It 'completes the names of formats and encodings' {
        $formats = (TabExpansion2 'Get-LogEntry x.log -Format js').CompletionMatches
        $formats.CompletionText | Should -Be 'json'
        $formats[0].ToolTip | Should -BeLike '*JSON lines*'
        (TabExpansion2 'Get-LogEntry x.log -Encoding uni').CompletionMatches.CompletionText | Should -Be 'unicode'
    }
}

Describe 'Formats' {
    It 'are recognised whatever the encoding' {
        $path = Join-Path $TestDrive 'wide.log'
        Set-Content $path '2025-01-24 07:00:30 ERROR café' -Encoding unicode
        (Get-LogEntry $path).Message | Should -Be 'café'
        Set-Content $path '2025-01-24 07:00:30 ERROR café' -Encoding latin1
        (Get-LogEntry $path -Encoding latin1).Message | Should -Be 'café'
    }

    It 'can be stated' {
        (Get-LogEntry $acme -Format text).Count | Should -Be 2
        { Measure-LogErrors $acme -Format nothing -ErrorAction Stop } | Should -Throw -ErrorId 'UnknownFormat,*'
    }
}
