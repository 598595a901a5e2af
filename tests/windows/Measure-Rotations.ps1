<#
.SYNOPSIS
    Rotates logs in every way while Windows' PowerShell follows them, under Wine, and counts lines.
.DESCRIPTION
    Runs the benchmark "rotations" with watchers, and writers of .NET, in Windows' PowerShell. What rotates otherwise, and tail -F beside it, are
    programs of Linux. Wine is installed where it is missing and this is run as root.
.EXAMPLE
    dotnet pwsh tests/windows/Measure-Rotations.ps1 -Kills 30
.EXAMPLE
    dotnet pwsh tests/windows/Measure-Rotations.ps1 -Only Serilog -Kills 1
#>
[CmdletBinding()]
param(
    # Part of the name of what is tried; all, where it is empty.
    [string] $Only,

    # How long each log is written.
    [ValidateRange(1, 3600)]
    [int] $Seconds = 8,

    # How many times watchers are killed.
    [ValidateRange(1, 10000)]
    [int] $Kills = 60
)

$ErrorActionPreference = 'Stop'
$root = (Resolve-Path (Join-Path $PSScriptRoot '../..')).Path
$work = Join-Path $root 'out/windows'
. $PSScriptRoot/Wine.ps1

Install-Wine
if (-not (Find-Wine)) { throw 'Wine is not installed, and cannot be from here. As root, on Debian: apt-get install wine64' }
Invoke-DotNet tool restore
Invoke-DotNet restore tests/Pester
Invoke-DotNet build LogAnalysis.Module --configuration Release
Invoke-DotNet build tests/runtimes --target:LayOut
Invoke-DotNet build bench --configuration Release

# A program that gives a command to Windows' PowerShell. It is encoded, so that no shell between changes it.
New-WinePrefix
try {
    $shell = Join-Path $work 'powershell'
    $environment = (Get-WineEnvironment | ForEach-Object { "'$_'" }) -join ' '
    $arguments = '-NoProfile -NonInteractive -ExecutionPolicy Bypass -EncodedCommand'
    @(
        '#!/bin/sh'
        'command=$(printf %s "$1" | iconv -t UTF-16LE | base64 -w 0)'
        "exec env -i $environment script -qec `"exec '$(Find-Wine)' '$(Find-WindowsPowerShell)' $arguments `$command`" /dev/null"
    ) | Set-Content $shell
    chmod +x $shell
    Push-Location $root
    try { dotnet bench/bin/Release/net10.0/bench.dll rotations --shell $shell --seconds $Seconds --kills $Kills @($Only ? '--only', $Only : @()) | Out-Host }
    finally { Pop-Location }
    $isRight = $LASTEXITCODE -eq 0
}
finally { Remove-WinePrefix }
exit [int] -not $isRight
