# What a newcomer finds without a browser: help, completion, and errors that say what to do.
BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot '../../LogAnalysis.psd1') -Force
    $commands = (Get-Command -Module LogAnalysis -CommandType Cmdlet).Name | ForEach-Object { @{ Name = $_ } }
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    $rendering = $PSStyle.OutputRendering
    $PSStyle.OutputRendering = 'PlainText'
}

AfterAll { $PSStyle.OutputRendering = $rendering }

Describe 'Get-Help' {
    It 'shows all about <Name>' -ForEach $commands {
        foreach ($width in 80, 200) {
            $full = Get-Help $Name -Full | Out-String -Width $width
            foreach ($part in 'NAME', 'SYNOPSIS', 'SYNTAX', 'DESCRIPTION', 'PARAMETERS', 'INPUTS', 'OUTPUTS', 'RELATED LINKS') {
                $full | Should -MatchExactly "(?m)^$part\r?$"
            }
            $full -split '\r?\n' | ForEach-Object Length | Measure-Object -Maximum | ForEach-Object Maximum | Should -BeLessOrEqual $width
        }
    }

    It 'shows at least three examples of <Name>, as they are written even in 80 columns' -ForEach $commands {
        $examples = (Get-Help $Name).examples.example
        $examples.Count | Should -BeGreaterOrEqual 3
        $shown = Get-Help $Name -Examples | Out-String -Width 80
        foreach ($line in $examples.code -split '\n') { $shown | Should -BeLike "*$([WildcardPattern]::Escape("    $($line.TrimEnd())"))*" }
    }

    It 'says of each parameter of <Name> what it means and what its default is' -ForEach $commands {
        $parameters = Get-Help $Name -Parameter *
        $parameters.name | Sort-Object | Should -Be ((Get-Command $Name).Parameters.Keys |
                Where-Object { $_ -notin [System.Management.Automation.Cmdlet]::CommonParameters } | Sort-Object)
        foreach ($parameter in $parameters) {
            $parameter.description.Text | Should -Not -BeNullOrEmpty
            $parameter.defaultValue | Should -Not -BeNullOrEmpty
        }
    }

    It 'has a topic about the module' {
        Get-Help about_LogAnalysis | Out-String -Width 80 | Should -Match 'SHORT DESCRIPTION\r?\n    Watches log files'
    }
}

Describe 'Completion' {
    It 'completes <Line> with <Expected>' -ForEach @(
        @{ Line = 'Get-LogEntry x.log -Format lo*t'; Expected = 'logcat', 'logfmt' }
        @{ Line = 'Get-LogFormat sys'; Expected = 'syslog' }
        @{ Line = 'Get-LogStatusCode x.log -Code 404, 42'; Expected = '421', '422', '423', '424', '425', '426', '428', '429' }
        @{ Line = 'Get-LogStatusCode x.log -Code unavail'; Expected = '451', '503' }
        @{ Line = 'Get-LogEntry x.log -Level Error, W'; Expected = 'Warning' }
        @{ Line = 'Measure-LogErrors x.log -By p'; Expected = 'Path', 'Pattern' }
        @{ Line = 'Export-LogReport x -As c'; Expected = 'Csv' }
        @{ Line = 'Get-LogReport x.log -Every 1'; Expected = '10s', '1m', '15m', '1h', '1d' }
        @{ Line = 'Get-LogEntry x.log -Since t'; Expected = 'today' }
    ) {
        (TabExpansion2 $Line).CompletionMatches.CompletionText | Should -Be $Expected
    }

    It 'shows the reason of a status' {
        (TabExpansion2 'Get-LogStatusCode x.log -Code 404').CompletionMatches.ListItemText | Should -Be '404 Not Found'
    }

    It 'offers properties behind every command' {
        foreach ($command in 'Get-LogEntry', 'Measure-LogErrors', 'Get-LogStatusCode', 'Get-LogReport', 'Get-LogFormat') {
            (TabExpansion2 "$command x | Where-Object ").CompletionMatches.ResultType | Should -Contain 'Property'
        }
    }
}
