# Every command in docs/from-other-tools.md runs, and has an answer.
BeforeDiscovery {
    $page = Get-Content (Join-Path $PSScriptRoot '../../docs/from-other-tools.md')
    $questions = foreach ($row in $page -match '^\| [^-|].* \| `.*` \|$') {
        $cells = $row.Trim('|', ' ') -split '(?<!\\) \| '
        @{ Question = $cells[0]; Command = $cells[2].Trim().Trim('`').Replace('\|', '|') }
    }
}

BeforeAll {
    . $PSScriptRoot/Support.ps1
    Push-Location $root
}

AfterAll { Pop-Location }

Describe 'From other tools' {
    It '<Question>' -ForEach $questions {
        $problems = @()
        $answer = Invoke-Expression $Command -ErrorVariable problems -WarningVariable warnings
        $problems | Should -BeNullOrEmpty
        $warnings | Should -BeNullOrEmpty
        $answer | Should -Not -BeNullOrEmpty
    }

    It 'there are thirty questions' -ForEach @(@{ Count = $questions.Count }) {
        $Count | Should -Be 30
    }
}
