<#
.SYNOPSIS
    Runs the Pester tests on Linux in Windows' own PowerShell, under Wine.
.DESCRIPTION
    Everything comes from the package registries: Wine from Debian's, .NET for Windows and PowerShell from NuGet. Wine is installed where it
    is missing and this is run as root. It keeps its files in out/windows, and no process of it is left behind.
.EXAMPLE
    ./build.ps1 TestWindows
.EXAMPLE
    dotnet pwsh tests/windows/Test-Windows.ps1 -Filter Watch-LogFile
#>
[CmdletBinding()]
param(
    # Part of the name of the tests to run; all, where it is empty.
    [string] $Filter,

    # The files of tests to run.
    [string] $Path = 'tests/Pester',

    # Minutes after which the run is ended: it hangs, since on a busy machine it takes fifteen.
    [int] $TimeoutMinutes = 40,

    # Says so, and ends well, where Wine neither is nor can be installed.
    [switch] $SkipWithoutWine
)

$ErrorActionPreference = 'Stop'
$root = (Resolve-Path (Join-Path $PSScriptRoot '../..')).Path
$work = Join-Path $root 'out/windows'
. $PSScriptRoot/Wine.ps1

Install-Wine
if (-not (Find-Wine)) {
    $reason = "Wine is not installed, and cannot be from here. As root, on Debian: apt-get install wine64"
    if (-not $SkipWithoutWine) { throw $reason }
    Write-Host "$reason. No test runs on Windows' PowerShell."
    exit 0
}

Write-Host "Laying out .NET for Windows, PowerShell, Pester, and the module's package."
Invoke-DotNet tool restore
Invoke-DotNet build tests/Pester
Invoke-DotNet build tests/runtimes --target:LayOut
Invoke-DotNet build LogAnalysis.Module --target:Package
$packages = Get-PackageRoot
$pester = dotnet msbuild (Join-Path $root tests/Pester) -getProperty:PesterVersion

$result = Join-Path $work 'result.json'
Remove-Item $result -ErrorAction Ignore
New-WinePrefix
try {
    Write-Host "Running the Pester tests in Windows' PowerShell $(Get-PowerShellVersion)."
    Invoke-Wine -TimeoutMinutes $TimeoutMinutes (Find-WindowsPowerShell) -NoProfile -NonInteractive -ExecutionPolicy Bypass -File (ConvertTo-WindowsPath "$root/tests/Pester/Invoke-Tests.ps1") `
        -Pester (ConvertTo-WindowsPath "$packages/pester/$pester/tools/Pester.psd1") -Path (ConvertTo-WindowsPath "$root/$Path") -Filter "$Filter" -Processes '2' `
        -ResultPath (ConvertTo-WindowsPath $result)
}
finally { Remove-WinePrefix }

if (-not (Test-Path $result)) { throw "The run gave no result: it failed, or took longer than $TimeoutMinutes minutes." }
$counts = Get-Content $result | ConvertFrom-Json
Write-Host "Windows' PowerShell: $($counts.Passed) passed, $($counts.Failed) failed, $($counts.Skipped) skipped"
exit [int] ($counts.Failed -gt 0 -or $counts.Passed -eq 0)
