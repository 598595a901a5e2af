#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds, tests, packages and measures the module. Every task is a thin layer over dotnet.
.EXAMPLE
    ./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    # What to do: Build the module, Test it with dotnet and Pester, lay it out as a Package to publish, or Bench it: compare it with
    # other tools that do the same.
    [ValidateSet('Build', 'Test', 'Package', 'Bench')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
$solution = Join-Path $PSScriptRoot 'LogAnalysis.slnx'

function Invoke-DotNet {
    dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $args ended with exit code $LASTEXITCODE." }
}

switch ($Task) {
    'Build' { Invoke-DotNet build $solution --configuration $Configuration }
    'Test' {
        Invoke-DotNet test $solution --configuration $Configuration
        & (Join-Path $PSScriptRoot 'tests/Pester/Invoke-Tests.ps1')
    }
    # In a configuration of its own.
    'Package' { Invoke-DotNet build (Join-Path $PSScriptRoot 'LogAnalysis.Module') --target:Package }
    # A bare -- would be taken away by PowerShell.
    'Bench' { Invoke-DotNet run --configuration $Configuration --project (Join-Path $PSScriptRoot 'bench') '--' compare }
}
