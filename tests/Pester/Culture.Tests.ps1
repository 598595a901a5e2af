# Where digits, separators, calendars and the case of letters are others, results are the same: as objects, in every form of export, in checkpoints, in errors.
BeforeAll {
    . $PSScriptRoot/Support.ps1
    Enter-NewFolder
    New-Log app.log '2025-01-24 07:00:30,250 INFO ordering İstanbul in 1,5 s', '2025-01-24 07:00:31.500 WARNING disk at 91.5 %',
        '2025-01-24 07:00:32 Critical failure: INVALID INDEX ıi', 'Jan 24 07:00:33 host app[12]: WARN mail is late', '1737702034.5 error no 12',
        'level=INFO ts=2025-01-24T07:00:35Z msg="in time" duration=1.25ms status=503 method=GET path=/i', '{"@t":"2025-01-24T07:00:36Z","@l":"Information","@m":"ID İ"}'
    New-Log access.log '10.0.0.1 - - [24/Jan/2025:07:00:37 +0000] "GET /index.html HTTP/1.1" 200 1234 "-" "curl" 0.125',
        '10.0.0.2 - - [24/Jan/2025:07:00:38 +0000] "GET /I HTTP/1.1" 503 99 "-" "curl" 1.5'

    # A culture is that of a process, as a user sets it.
    function Get-Everything([string] $Culture) {
        $run = Invoke-PowerShell -Folder $PWD.ProviderPath @"
            [cultureinfo]::CurrentCulture = [cultureinfo]::DefaultThreadCurrentCulture = '$Culture'
            [cultureinfo]::CurrentUICulture = [cultureinfo]::DefaultThreadCurrentUICulture = '$Culture'
            & '$PSScriptRoot/Show-Everything.ps1'
"@
        $run.Errors | Should -BeNullOrEmpty
        $run.Output
    }
    $expected = Get-Everything en-US
}

AfterAll { Pop-Location }

Describe 'Results' {
    It 'are the same in <Culture>' -ForEach @(@{ Culture = 'tr-TR' }, @{ Culture = 'fa-IR' }, @{ Culture = 'de-DE' }, @{ Culture = 'ar-SA' }) {
        $expected.Length | Should -BeGreaterThan 5000
        Get-Everything $Culture | Should -BeExactly $expected
    }
}
