# A thousand logs, and a process that may open a few files more than PowerShell itself needs.
BeforeDiscovery {
    $cannotLimit = $IsWindows -or -not (Get-Command bash -ErrorAction Ignore)
}

Describe 'A thousand files and few handles' -Tag 'Unix only: a limit for open files' -Skip:$cannotLimit {
    BeforeAll {
        . $PSScriptRoot/Support.ps1
        Enter-NewFolder
        foreach ($i in 0..999) { [System.IO.File]::WriteAllText((Join-Path $PWD ('{0:D4}.log' -f $i)), "2025-01-24 07:00:30 ERROR file $i`n") }

        # Runs a script in a process that may have a limited number of files open.
        function Invoke-Limited([string] $Script, $Max = $few) {
            $output = & bash -c 'ulimit -n $0 2>/dev/null || ulimit -n $(ulimit -H -n); exec "$@" 2>&1' $Max $pwsh @pwshArguments -Command "Import-Module '$manifest'; Set-Location '$PWD'; $Script"
            ($output | Out-String).Trim()
        }
        $few = 24 + [int] (Invoke-Limited '[System.IO.Directory]::GetFileSystemEntries("/dev/fd").Count' unlimited)
    }

    AfterAll { Pop-Location }

    It 'are all read by <Script>' -ForEach @(
        @{ Script = 'Watch-LogFile *.log -NoFollow | Measure-LogErrors' }
        @{ Script = 'Measure-LogErrors *.log -Total' }
        @{ Script = 'Get-LogReport *.log' }
        @{ Script = 'Get-LogEntry *.log | Measure-LogErrors' }
    ) {
        Invoke-Limited "($Script).Errors" | Should -Be 1000
    }

    It 'are followed, and what comes meanwhile comes once' {
        $path = Join-Path $PWD '0999.log'
        Invoke-Limited @"
            `$lines = [System.Collections.Generic.List[string]]::new()
            foreach (`$once in 1) {
                Watch-LogFile *.log -FromStart -Timeout 5m | ForEach-Object {
                    `$lines.Add(`$_.Text)
                    if (`$lines.Count -eq 1000) {
                        [System.IO.File]::AppendAllText('$(Join-Path $PWD '0000.log')', "late 0``n")
                        [System.IO.File]::Move('$path', '$path.1')
                        [System.IO.File]::AppendAllText('$path.1', "late 1``n")
                        [System.IO.File]::AppendAllText('$path', "late 2``n")
                    }
                    if (`$_.Text -eq 'last') { break }
                    if (`$lines.Count -eq 1003) { [System.IO.File]::AppendAllText('$path', "last``n") }
                }
            }
            "`$(`$lines.Count) `$([System.Collections.Generic.HashSet[string]]::new(`$lines).Count)"
"@ | Should -Be '1004 1004'
    }

    It 'have an error each where not one more can be opened' {
        # The process opens the same file until it can no more, and reads then.
        Invoke-Limited @'
            $null = Measure-LogErrors 0000.log
            $taken = [System.Collections.Generic.List[object]]::new()
            try { while ($true) { $taken.Add([System.IO.File]::OpenRead('/dev/null')) } } catch { }
            $null = Measure-LogErrors 0000.log, 0001.log -ErrorVariable failed -ErrorAction SilentlyContinue
            "$($failed.FullyQualifiedErrorId -replace ',.*')"
'@ | Should -Be 'TooManyOpenFiles TooManyOpenFiles'
    }
}
