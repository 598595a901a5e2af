# The examples of the README and of docs/ in a real PowerShell, those included that need its own commands.
BeforeDiscovery {
    $documents = Get-Content -Raw (Join-Path $PSScriptRoot '../../README.md'), (Join-Path $PSScriptRoot '../../docs/*.md')
    $examples = foreach ($block in [regex]::Matches($documents -join "`n", '(?s)```(?:powershell|pwsh)\n(?=PS> )(.*?)```')) {
        foreach ($example in $block.Groups[1].Value -split '(?m)^PS> ' | Where-Object { $_ }) {
            $command, $expected = $example -split '\n', 2
            @{ Command = $command; Expected = $expected }
        }
    }
}

Describe 'README and docs' {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot '../../LogAnalysis.psd1') -Force
        function Format-Text([string] $Text) { ($Text.Trim("`n") -split '\n' | ForEach-Object TrimEnd) -join "`n" }
        $rendering = $PSStyle.OutputRendering
        $PSStyle.OutputRendering = 'PlainText'
        Push-Location (Join-Path $PSScriptRoot '../..')
    }

    AfterAll {
        Pop-Location
        $PSStyle.OutputRendering = $rendering
    }

    It 'print what they say: <Command>' -ForEach $examples {
        if ($Command -match '^Get-LogReport \S+$' -and $Host.UI.RawUI.BufferSize.Width -notin 0, 80) {
            Set-ItResult -Skipped -Because 'a report is as wide as the terminal, and this one has not 80 columns'
        }
        Format-Text (Invoke-Expression $Command | Out-String -Width 80) | Should -BeExactly (Format-Text $Expected)
    }
}
