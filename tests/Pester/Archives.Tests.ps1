# Archives and compressed logs, as users name them: bundle.zip is the logs in it.
BeforeAll {
    . $PSScriptRoot/Support.ps1
    Enter-NewFolder
    $slash = [System.IO.Path]::DirectorySeparatorChar

    # Writes a zip archive of the members that a table names, and gives its path.
    function New-Zip([string] $Name, [System.Collections.IDictionary] $Members) {
        $path = Join-Path $PWD.ProviderPath $Name
        $null = New-Item -ItemType Directory (Split-Path $path) -Force
        $zip = [System.IO.Compression.ZipFile]::Open($path, 'Create')
        foreach ($member in $Members.GetEnumerator()) {
            $stream = $zip.CreateEntry($member.Key).Open()
            $bytes = $member.Value -is [byte[]] ? $member.Value : [System.Text.Encoding]::UTF8.GetBytes($member.Value)
            $stream.Write($bytes, 0, $bytes.Length)
            $stream.Dispose()
        }

        $zip.Dispose()
        $path
    }

    # Writes a tar archive, compressed with gzip, of a folder.
    function New-TarGz([string] $Name, [string] $Folder) {
        $path = Join-Path $PWD.ProviderPath $Name
        $gzip = [System.IO.Compression.GZipStream]::new([System.IO.File]::Create($path), [System.IO.Compression.CompressionLevel]::Optimal)
        [System.Formats.Tar.TarFile]::CreateFromDirectory((Convert-Path $Folder), $gzip, $true)
        $gzip.Dispose()
        $path
    }

    function Format-Paths($Found, [string] $Root) { @($Found | ForEach-Object { $_.Path.Substring($Root.Length + 1).Replace($slash, '/') }) }

    $app = "2025-01-24 07:00:00 INFO started`n2025-01-24 07:01:00 ERROR lost`n  at a.b`n2025-01-24 07:02:00 WARN slow`n"
    $web = "192.0.2.7 - - [24/Jan/2025:07:00:30 +0000] `"GET / HTTP/1.1`" 500 90`n"
    $members = [ordered] @{ 'logs/app.log' = $app; 'logs/old/web.log' = $web; 'logs/old/app.txt' = $app; 'image.png' = [byte[]] (1, 0, 2, 0) }
    $zip = New-Zip bundle.zip $members
    $null = New-Log many/logs/app.log ($app -split "`n" | Where-Object { $_ })
    $null = New-Log many/logs/old/web.log ($web.Trim())
    $null = New-TarGz bundle.tar.gz many
}

AfterAll { Pop-Location }

Describe 'An archive' {
    It 'is the text files in it, each with a path as if it was a folder' {
        $found = Measure-LogErrors bundle.zip
        Format-Paths $found $zip | Should -BeExactly 'logs/app.log', 'logs/old/web.log', 'logs/old/app.txt'
        $found[0].Path | Should -BeExactly (Join-Path $zip logs app.log)
        $found.Errors | Should -Be 1, 1, 1
        $found.Lines | Should -Be 4, 1, 4
    }

    It 'gives what the unpacked files give: <_>' -ForEach 'Get-LogReport', 'Measure-LogErrors -Total', 'Measure-LogErrors -By Pattern', 'Get-LogEntry', 'Get-LogEntry -Tail 1', 'Get-LogEntry -Merge',
        'Get-LogStatusCode', 'Get-LogStatusCode -Summary', 'Get-LogReport -Since 2025-01-24T07:01:00', 'Get-LogEntry -Pattern lost -Context 1', 'Measure-LogErrors -Every 1m' {
        $without = 'MergeState', 'Path', 'Paths', 'Files', 'ErrorPatterns', 'WarningPatterns', 'CreatedAt', 'Command'
        $unpacked = Invoke-Expression "$_ -Path many/**" | Select-Object * -ExcludeProperty $without | ConvertTo-Json -Depth 4
        Invoke-Expression "$_ -Path bundle.tar.gz" | Select-Object * -ExcludeProperty $without | ConvertTo-Json -Depth 4 | Should -BeExactly $unpacked
    }

    It 'is reached into by wildcards: <Path>' -ForEach @(
        @{ Path = 'bundle.zip/logs/*.log'; Expected = 'logs/app.log' }
        @{ Path = 'bundle.zip/**/*.log'; Expected = 'logs/app.log', 'logs/old/web.log' }
        @{ Path = 'bundle.zip/**'; Expected = 'logs/app.log', 'logs/old/web.log', 'logs/old/app.txt' }
        @{ Path = 'bundle.zip/**/old/*'; Expected = 'logs/old/web.log', 'logs/old/app.txt' }
        @{ Path = 'bundle.zip/LOGS/APP.[Ll]??'; Expected = 'logs/app.log' }
        @{ Path = '*.zip/**/web.log'; Expected = 'logs/old/web.log' }
        @{ Path = 'bundle.z*/logs/app.log'; Expected = 'logs/app.log' }
        @{ Path = '**/*.zip/*/app.log'; Expected = 'logs/app.log' }
        @{ Path = 'bundle.z*'; Expected = 'logs/app.log', 'logs/old/web.log', 'logs/old/app.txt' }
    ) {
        Format-Paths (Measure-LogErrors $Path) $zip | Should -BeExactly $Expected
    }

    It 'is read as far as it is named: <Path>' -ForEach @(
        @{ Path = 'bundle.zip/logs/app.log'; Expected = 'logs/app.log' }
        @{ Path = 'bundle.zip/logs/old'; Expected = 'logs/old/web.log', 'logs/old/app.txt' }
        @{ Path = 'bundle.zip/logs/app.log, bundle.zip'; Expected = 'logs/app.log', 'logs/old/web.log', 'logs/old/app.txt' }
        @{ Path = 'bundle.zip -Exclude web.*'; Expected = 'logs/app.log', 'logs/old/app.txt' }
        @{ Path = 'bundle.zip -Exclude */old/*'; Expected = 'logs/app.log' }
    ) {
        Format-Paths (Invoke-Expression "Measure-LogErrors $Path") $zip | Should -BeExactly $Expected
    }

    It 'is taken from the pipeline, and as a literal path' {
        (Get-Item bundle.zip | Measure-LogErrors).Entries | Should -Be 7
        (Get-ChildItem bundle.zip, bundle.tar.gz | Get-LogReport).Entries | Should -Be 11
        Format-Paths (Measure-LogErrors -LiteralPath bundle.zip/logs/app.log) $zip | Should -BeExactly 'logs/app.log'
        Format-Paths (Get-Item bundle.zip | Get-LogEntry) $zip | Select-Object -Unique | Should -BeExactly 'logs/app.log', 'logs/old/web.log', 'logs/old/app.txt'
    }

    It 'is recognised by its first bytes, and can be in another' {
        $null = New-Zip outer.bin ([ordered] @{ 'a.log' = $app; 'inner.zip' = [System.IO.File]::ReadAllBytes($zip); 'inner.tgz' = [System.IO.File]::ReadAllBytes("$PWD/bundle.tar.gz") })
        Format-Paths (Measure-LogErrors outer.bin) (Join-Path $PWD.ProviderPath outer.bin) |
            Should -BeExactly 'a.log', 'inner.zip/logs/app.log', 'inner.zip/logs/old/web.log', 'inner.zip/logs/old/app.txt', 'inner.tgz/many/logs/app.log', 'inner.tgz/many/logs/old/web.log'
        (Get-LogReport outer.bin/inner.zip).Paths | Should -HaveCount 3
    }

    It 'gives way to a folder of its name' {
        $null = New-Log folder.zip/app.log '2025-01-24 07:00:00 ERROR in a folder'
        (Measure-LogErrors folder.zip/app.log).Errors | Should -Be 1
        (Measure-LogErrors folder.zip/*.log).Errors | Should -Be 1
    }

    It 'says with -Verbose what is no text' {
        Measure-LogErrors bundle.zip -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] -and $_ -like '*image.png* is skipped: it is not text.' } | Should -HaveCount 1
    }

    It 'is one error where it cannot be read: <Script>' -ForEach @(
        @{ Script = 'Measure-LogErrors bundle.zip/none.log'; Expected = 'FileNotFound ObjectNotFound' }
        @{ Script = 'Measure-LogErrors bundle.zip/*.none'; Expected = 'NoMatchingFile ObjectNotFound' }
        @{ Script = 'Measure-LogErrors bundle.zip/image.png'; Expected = 'BinaryFile InvalidData' }
        @{ Script = 'Measure-LogErrors images.zip'; Expected = 'NoTextInArchive InvalidData' }
        @{ Script = 'Watch-LogFile bundle.zip'; Expected = 'ArchiveNotFollowed InvalidArgument' }
        @{ Script = 'Watch-LogFile bundle.tar.gz -NoFollow'; Expected = 'ArchiveNotFollowed InvalidArgument' }
        @{ Script = 'Watch-LogFile bundle.zip/logs/app.log'; Expected = 'ArchiveNotFollowed InvalidArgument' }
        @{ Script = 'Get-Item bundle.zip | Watch-LogFile'; Expected = 'ArchiveNotFollowed InvalidArgument' }
    ) {
        if (-not (Test-Path images.zip)) { $null = New-Zip images.zip @{ 'image.png' = [byte[]] (1, 0, 2, 0) } }
        $run = Invoke-Script $Script
        $run.Output | Should -HaveCount 0
        $run.Errors | ForEach-Object { Format-Failure $_ } | Should -BeExactly $Expected
    }

    It 'that is cut gives what is there, and an error' {
        $random = [System.Random]::new(1)
        $noise = -join $(foreach ($i in 1..2000) { "2025-01-24 07:00:00 ERROR {0:x8}{1:x8}`n" -f $random.Next(), $random.Next() })
        $whole = [System.IO.File]::ReadAllBytes((New-Zip whole.zip ([ordered] @{ '1.log' = $noise; '2.log' = $noise })))
        [System.IO.File]::WriteAllBytes("$PWD/cut.zip", $whole[0..[int] ($whole.Length * 0.75)])
        $run = Invoke-Script 'Measure-LogErrors cut.zip'
        $run.Errors | ForEach-Object { Format-Failure $_ } | Select-Object -Unique | Should -BeExactly 'ReadFailed ReadError'
        $run.Output[0].Errors | Should -Be 2000
        $run.Output[1].Errors | Should -BeGreaterThan 500
        $run.Output[1].Errors | Should -BeLessThan 2000
    }

    It 'that was made to exhaust who reads it is read to a limit' {
        $lines = [byte[]]::new(300MB)
        [Array]::Fill($lines, [byte] 120)
        for ($i = 999999; $i -lt $lines.Length; $i += 1000000) { $lines[$i] = 10 }
        $null = New-Zip bomb.zip @{ 'bomb.log' = $lines }
        $run = Invoke-Script 'Measure-LogErrors bomb.zip'
        $run.Errors | ForEach-Object { Format-Failure $_ } | Should -BeExactly 'ExpansionLimit LimitsExceeded'
        $run.Output.Lines | Should -BeGreaterThan 200
        Remove-Item bomb.zip
    }

    It 'is unpacked to no disk, and closed when the command has ended' {
        $temp = New-Item -ItemType Directory temp
        $run = Invoke-PowerShell "(Measure-LogErrors '$zip' -Total).Errors; (Get-LogReport '$PWD/bundle.tar.gz').Errors; (Get-ChildItem -Recurse '$temp' | Where-Object Length -gt 0).Name; Remove-Item '$zip'" -Environment @{ TMPDIR = "$temp"; TMP = "$temp"; TEMP = "$temp" }
        "$($run.Output -split '\r?\n')".Trim() | Should -BeExactly '3 2'
        $run.Errors | Should -BeNullOrEmpty
        Test-Path $zip | Should -BeFalse
        $null = New-Zip bundle.zip $members
    }
}

Describe 'A compressed log' {
    It 'is read like a plain one, and its library is loaded only then' {
        [System.IO.File]::WriteAllBytes("$PWD/app.log.zst", [Convert]::FromBase64String('KLUv/QRYnQEAtAIyMDI1LTAxLTI0IDA3OjAwOjAwIEVSUk9SIGxvc3QKMSBJTkZPIGZpbmUKAQALTzkBMFcidQ=='))
        $null = New-Log plain.log '2025-01-24 07:00:00 ERROR lost'
        $loaded = "[AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -contains 'SharpCompress'"
        $run = Invoke-PowerShell "Measure-LogErrors '$PWD/plain.log', '$zip' | Out-Null; $loaded; (Measure-LogErrors '$PWD/app.log.zst').Errors; $loaded"
        $run.Output -split '\r?\n' | Where-Object { $_ } | Should -BeExactly 'False', '1', 'True'
    }
}
