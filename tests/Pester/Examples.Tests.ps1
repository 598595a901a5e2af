# The examples of the README, of docs/ and of the help.
BeforeDiscovery {
    $root = Join-Path $PSScriptRoot '../..'
    $fenced = '(?s)```powershell\n(PS> .*?)```'
    $documents = @(
        @{ Path = Join-Path $root 'README.md'; Pattern = $fenced }
        Get-ChildItem (Join-Path $root 'docs') -Filter *.md -Recurse | ForEach-Object { @{ Path = $_.FullName; Pattern = $fenced } }
        @{ Path = Join-Path $root 'docs/about_LogAnalysis.help.txt'; Pattern = '(?m)^((?:    .*\n)*    PS> .*\n(?:    .*\n)*)' }
    )
    $examples = foreach ($document in $documents) {
        foreach ($block in [regex]::Matches((Get-Content -Raw $document.Path), $document.Pattern)) {
            $text = $block.Groups[1].Value
            if ($text -notmatch '^PS> ') { $text = $text -replace '(?m)^ {4}' }
            $prompts = foreach ($prompt in $text -split '(?m)^PS> ' | Where-Object { $_ }) {
                $null = $prompt -match '(?s)^(?<command>[^\n]*\n(?:>> [^\n]*\n)*)(?<expected>.*)$'
                @{ Command = ($Matches.command -replace '(?m)^>> ').Trim(); Expected = $Matches.expected }
            }
            @{ Document = Split-Path $document.Path -Leaf; Name = @($prompts)[0].Command; Prompts = @($prompts) }
        }
    }
}

Describe 'Documents' {
    BeforeAll {
        . $PSScriptRoot/Support.ps1
        # The documents have the line ends and the paths of Linux.
        function Format-Text([string] $Text) { ($Text.ReplaceLineEndings("`n").Replace('samples\', 'samples/').Trim("`n") -split '\n' | ForEach-Object TrimEnd) -join "`n" }
        $rendering = $PSStyle.OutputRendering
        $PSStyle.OutputRendering = 'PlainText'
        Push-Location (Join-Path $PSScriptRoot '../..')
    }

    AfterAll {
        Pop-Location
        $PSStyle.OutputRendering = $rendering
    }

    It '<Document> prints what it says: <Name>' -ForEach $examples {
        $terminal = $Host.UI.RawUI
        if ($Name -match '^Get-LogReport \S+$' -and ($terminal.BufferSize.Width -notin 0, 80 -or $terminal.WindowSize.Height -gt 24)) {
            Set-ItResult -Skipped -Because 'a report is as large as the terminal, and this one has not 80 columns and 24 lines'
        }
        foreach ($prompt in $Prompts) {
            # In this scope: what one prompt assigns, the next one uses.
            Format-Text (. ([scriptblock]::Create($prompt.Command)) | Out-String -Width 80) | Should -BeExactly (Format-Text $prompt.Expected)
        }
    }

    It 'have examples' -ForEach @(@{ Count = @($examples.Document | Sort-Object -Unique).Count }) {
        $Count | Should -Be 21
    }
}
