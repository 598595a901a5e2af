# What a log says that commands a terminal, reorders text or hides: shown in every view, and obeyed in none.
BeforeAll {
    . $PSScriptRoot/Support.ps1
    $escape = [char] 27
}

Describe 'A hostile log' {
    BeforeAll {
        # Whatever commands, reorders or hides, in every field and in the name of the file.
        $evil = "$escape]0;title`a$escape[2J$escape[6n$escape]52;c;eA==`a$([char] 0x202E)evil$([char] 0x2066)$([char] 0x200B)$([char] 0x61C)$([char] 0xFEFF)" +
            "$([char] 0x2028)$([char] 0x9b)31m`b$([char] 0x7f)$([char]::ConvertFromUtf32(0xE0041))"
        $field = $evil -replace ' '
        $name = if ($IsWindows) { 'hostile' } else { "hostile $escape]0;title`a$([char] 0x202E)" }
        $hostile = Join-Path $TestDrive 'hostile'
        $null = New-Item -ItemType Directory $hostile
        Set-Content -LiteralPath (Join-Path $hostile "$name.log") "2025-01-24 07:00:30 ERROR $evil", "`t$evil", '2025-01-24 07:00:31 INFO done',
            "1.2.3.4$field - - [17/May/2025:10:05:03 +0000] ""GET /$field HTTP/1.1"" 500 1",
            "{""time"":""2025-01-24T07:10:00Z"",""level"":""error"",""msg"":""\u001b]0;title\u0007\u001b[2J\u202e\r\b""}"
        # As results come back from a job or another machine.
        Get-ChildItem $hostile | Get-LogEntry | Export-Clixml (Join-Path $TestDrive 'entries.xml')
        $remote = Import-Clixml (Join-Path $TestDrive 'entries.xml')
        # Colours of PowerShell's own are taken away; tabs are layout, as line ends are.
        $hostilePattern = '[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\udb40]'
        function Get-Hostile([string] $Shown) { [regex]::Match((($Shown -replace "`r`n", "`n") -replace "$escape\[[0-9;]*m"), ".{0,30}$hostilePattern.{0,30}").Value -replace $hostilePattern, '?' }
    }

    BeforeEach {
        Push-Location $hostile
    }

    AfterEach {
        Pop-Location
    }

    It 'is shown and not obeyed: <Results>, <Shape>' -ForEach @(
        foreach ($results in 'Get-LogEntry *.log', 'Watch-LogFile *.log -NoFollow', 'Measure-LogErrors *.log', 'Measure-LogErrors *.log -By Pattern', 'Measure-LogErrors *.log -By Path',
            'Get-LogStatusCode *.log', 'Get-LogReport *.log', 'Get-LogReport *.log -Every 1h', '(Get-LogReport *.log).TopUrls', '(Get-LogReport *.log).TopClients',
            'Get-LogEntry *.log -Merge -Tail 3', 'Get-LogStatusCode *.log -Summary', '(Get-LogReport *.log).ErrorPatterns',
            'Get-LogStatusCode *.log | Measure-LogErrors -By Pattern', 'Get-LogReport *.log | Get-LogReport', '$remote') {
            foreach ($shape in '{0}', '{0} | Format-Table', '{0} | Format-List', '{0} | Format-Wide', '{0} | Format-Custom', 'Get-Culture; Get-LogFormat syslog; {0}',
                '{0} | Select-Object * -ExcludeProperty Text', '{0} | Select-Object * -ExcludeProperty Text | Format-List *', '{0} | Group-Object Path, Name, Value',
                '{0} | ForEach-Object { "$_" }', '{0} | ForEach-Object { $_.Message, $_.LastMessage, $_.Url, $_.Client, $_.Name, $_.Example, $_.Value, $_.Path, $_.Paths, "." }',
                '{0} | Format-Table Message, LastMessage, Example, Url, Client, Path, Paths, Name, Value -Wrap') {
                @{ Results = $results; Shape = $shape }
            }
        }
    ) {
        $shown = Invoke-Expression ($Shape.Replace('{0}', $Results)) | Out-String -Width 200
        $shown.Trim() | Should -Not -BeNullOrEmpty
        Get-Hostile $shown | Should -BeNullOrEmpty
    }

    It 'is told of in errors that are inert in every view of errors: <Command>' -ForEach @(
        'Get-LogEntry -LiteralPath $evil', 'Measure-LogErrors -LiteralPath $evil', 'Get-LogReport -LiteralPath $evil', 'Watch-LogFile -LiteralPath $evil -NoFollow', 'Get-LogEntry "[$evil"',
        'Get-LogEntry "x$evil*"', 'Get-LogEntry "$evil/**/x"', 'Get-LogEntry *.log -Format $evil', 'Get-LogEntry *.log -Pattern "($evil"', 'Get-LogStatusCode *.log -Code $evil', '$evil | Watch-LogFile',
        '$evil | Export-LogReport x.html', 'Get-LogFormat ($evil -replace "[\[\]]")', 'Register-LogFormat -Name $evil -Pattern x', 'Register-LogFormat -Name x -Pattern $evil', 'Get-LogMask ($evil -replace "[\[\]]")', 'Register-LogMask $evil x', 'Register-LogMask x "($evil"',
        'Watch-LogFile *.log -CheckpointPath "nowhere/$evil" -NoFollow', 'Get-LogReport *.log | Export-LogReport "nowhere/$evil.html"', 'Get-LogReport *.log | Export-LogReport $evil' |
            ForEach-Object { @{ Command = $_ } }
    ) {
        # Without what would be a folder, or a wildcard that matches nothing.
        $evil = $evil -replace '[/?*]'
        $failure = (Invoke-Script $Command).Errors
        $failure | Should -HaveCount 1
        foreach ($view in 'NormalView', 'CategoryView', 'ConciseView', 'DetailedView') {
            $ErrorView = $view
            Get-Hostile ($failure | Out-String -Width 200) | Should -BeNullOrEmpty -Because $view
        }
        # Whatever is public of an error and of its exceptions.
        Get-Hostile ($failure | Get-Error | Out-String -Width 200) | Should -BeNullOrEmpty
        foreach ($part in "$failure", $failure.Exception.Message, "$($failure.CategoryInfo)", $failure.CategoryInfo.TargetName, ($failure.TargetObject -as [string])) {
            Get-Hostile $part | Should -BeNullOrEmpty
        }
    }

    It 'is escaped in what is made of its lines' {
        $line = "2025-01-24 07:00:30 ERROR red `b`a and $([char] 0x202E)back`tand so on"
        $log = Join-Path $TestDrive 'escaped.log'
        Set-Content $log $line
        $entry = Get-LogEntry $log
        $entry.Text | Should -BeExactly $line
        $entry.Message | Should -BeLikeExactly "*red \x08\x07 and \u202eback`tand so on"
        (Measure-LogErrors $log).LastMessage | Should -BeExactly $entry.Message
        (Measure-LogErrors $log -By Pattern).Example | Should -BeExactly $entry.Message
    }

    It 'keeps lines and tabs of a message for scripts' {
        $log = Join-Path $TestDrive 'lines.log'
        Set-Content $log '{"time":"2025-01-24T07:10:00Z","level":"error","msg":"one\r\ntwo\tthree\rover\u001b[2J"}'
        (Get-LogEntry $log).Message | Should -BeExactly "one`r`ntwo`tthree\x0dover\x1b[2J"
    }

    It 'is shown and not obeyed as a pattern that is registered' {
        Register-LogFormat hostileshape "x$escape]0;t`a(?<level>[A-Z]+)!!" -Force
        foreach ($shape in 'Get-LogFormat hostileshape', 'Get-LogFormat hostileshape | Format-List *') {
            Get-Hostile (Invoke-Expression $shape | Out-String -Width 200) | Should -BeNullOrEmpty
        }
    }

    It 'is shown and not obeyed as a mask that is registered' {
        Register-LogMask hostilemask "x$escape]0;t`aZZ" -Force
        try {
            foreach ($shape in 'Get-LogMask hostilemask', 'Get-LogMask hostilemask | Format-List *', 'Get-LogMask hostilemask | ConvertTo-Csv') {
                Get-Hostile (Invoke-Expression $shape | Out-String -Width 200) | Should -BeNullOrEmpty
            }
        }
        finally { Unregister-LogMask hostilemask }
    }

    It 'keeps what it wrote in the Text property' {
        (Get-LogEntry *.log)[0].Text | Should -BeExactly "2025-01-24 07:00:30 ERROR $evil`n`t$evil"
        (Watch-LogFile *.log -NoFollow)[1].Text | Should -BeExactly "`t$evil"
        (Get-LogStatusCode *.log).Text | Should -BeLike "1.2.3.4$([WildcardPattern]::Escape($field)) - - *"
    }

    It 'asks for confirmation without being obeyed' -Tag 'Unix only: names of files with control characters' -Skip:$IsWindows {
        $run = Invoke-PowerShell -Folder $hostile 'Get-LogReport *.log | Export-LogReport -LiteralPath ((Get-ChildItem).BaseName + ".html") -WhatIf'
        $run.Output | Should -Match 'Export the report as Html'
        Get-Hostile $run.Output | Should -BeNullOrEmpty
    }
}
