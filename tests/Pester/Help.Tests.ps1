# What a newcomer finds without a browser or a network.
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

    It 'opens the page of <Name> in the project that the manifest names' -ForEach $commands {
        $project = (Import-PowerShellDataFile $manifest).PrivateData.PSData.ProjectUri
        $page = (Get-Help $Name).relatedLinks.navigationLink[0].uri
        $page | Should -BeExactly "$project/blob/main/docs/commands/$Name.md"
        Join-Path $root 'docs/commands' "$Name.md" | Should -Exist
    }

    It 'says what PowerShell does with a parameter' {
        $path = Get-Help Get-LogEntry -Parameter Path
        $path.required, $path.position, $path.globbing, $path.aliases | Should -Be 'true', '0', 'true', 'none'
        (Get-Help Get-LogEntry -Parameter InputObject).pipelineInput | Should -Be 'true (ByValue)'
        (Get-Help Get-LogEntry -Parameter LiteralPath).aliases | Should -Be 'PSPath, LP'
        Get-Help Export-LogReport -Parameter As | Out-String -Width 200 | Should -BeLike '*Values: Html, Json, Csv, Markdown.*'
    }

    It 'lists every way to call a command' {
        $help = (Get-Help Export-LogReport | Out-String -Width 400) -replace '\s+', ' '
        foreach ($part in 'Export-LogReport [-Path] <String>', 'Export-LogReport -LiteralPath <String>', '[-As {Html | Json | Csv | Markdown}]', '[-WhatIf] [-Confirm]') {
            $help | Should -BeLike "*$([WildcardPattern]::Escape($part))*"
        }
    }

    It 'has a topic about the module that names every command, in 80 columns' {
        $topic = Get-Help about_LogAnalysis | Out-String -Width 80
        $topic | Should -Match 'SHORT DESCRIPTION\r?\n    '
        foreach ($command in (Get-Command -Module LogAnalysis -CommandType Cmdlet).Name) { $topic | Should -BeLike "*$command*" }
        ($topic -split '\r?\n' | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
    }
}
