#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds, tests, packages, measures and tries the module. Every task is a thin layer over dotnet.
.EXAMPLE
    ./build.ps1 Test
.EXAMPLE
    ./build.ps1 Try 'Get-LogReport samples/access.log'
#>
[CmdletBinding()]
param(
    # Build everything; Test it with xUnit and Pester; TestWindows runs Pester on Linux in Windows' PowerShell; TestNet8 the engine's tests
    # on .NET 8; lay the module out as a Package to publish; Bench it against other tools;
    # Try a command with the module as it is now.
    [ValidateSet('Build', 'Test', 'TestWindows', 'TestNet8', 'Package', 'Bench', 'Try')]
    [string] $Task = 'Build',

    # The command to Try.
    [string] $Command = 'Get-Command -Module LogAnalysis'
)

$ErrorActionPreference = 'Stop'

function Invoke-DotNet([string] $What) {
    Write-Host $What -ForegroundColor Cyan
    dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $args ended with exit code $LASTEXITCODE." }
}

# Runs a script of this project. Its exit code does not end this one.
function Invoke-Task([string] $Script) {
    $global:LASTEXITCODE = 0
    & (Join-Path $PSScriptRoot $Script)
    if ($LASTEXITCODE -ne 0) { throw "$Task failed." }
}

# Runs a command with the module, in a process of its own: this one may have loaded the assemblies of an earlier build.
function Invoke-WithModule([string] $Command) {
    # As a dotnet tool, PowerShell's process is dotnet.
    $program = [Environment]::ProcessPath
    $arguments = @(if ((Split-Path -LeafBase $program) -eq 'dotnet') { Join-Path $PSHOME pwsh.dll })
    $manifest = [Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent((Join-Path $PSScriptRoot LogAnalysis.psd1))
    & $program @arguments -NoProfile -Command "Import-Module '$manifest'; $Command"
}

$solution = Join-Path $PSScriptRoot 'LogAnalysis.slnx'
$module = Join-Path $PSScriptRoot 'LogAnalysis.Module'
switch ($Task) {
    'Build' { Invoke-DotNet 'Building: up to three minutes the first time, seconds afterwards.' build $solution }
    'Test' { Invoke-DotNet 'Building and testing: about five minutes on two cores, longer the first time.' test $solution }
    'TestWindows' { Invoke-Task 'tests/windows/Test-Windows.ps1' }
    'TestNet8' { Invoke-Task 'tests/runtimes/Test-Net8.ps1' }
    'Package' { Invoke-DotNet 'Laying the module out in out/LogAnalysis: less than a minute.' build $module --target:Package }
    'Bench' { Invoke-Task 'bench/compare.ps1' }
    'Try' {
        Invoke-DotNet 'Building the module: up to two minutes the first time, seconds afterwards.' build $module --verbosity minimal -nologo
        Write-Host $Command -ForegroundColor Cyan
        Invoke-WithModule $Command
    }
}
