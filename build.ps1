#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds and tests the module. Every task is a thin layer over dotnet.
.EXAMPLE
    ./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    # What to do: Build the module, or Test it with dotnet and Pester.
    [ValidateSet('Build', 'Test')]
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
}
