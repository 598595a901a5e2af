# What scripts rely on changes only where somebody has seen that it does. tests/approved/commands.txt is what was seen.
BeforeAll {
    . $PSScriptRoot/Support.ps1
    $approved = Join-Path $root 'tests/approved/commands.txt'

    function Format-Type([type] $Type) {
        $underlying = [Nullable]::GetUnderlyingType($Type)
        if ($underlying) { "$(Format-Type $underlying)?" } elseif ($Type.Namespace -like 'System*') { $Type.Name } else { $Type.FullName }
    }

    function Format-Binding($Set, $Binding) {
        $parts = $Binding.IsMandatory ? 'mandatory' : 'optional'
        if ($Binding.Position -ne [int]::MinValue) { $parts += ", position $($Binding.Position)" }
        if ($Binding.ValueFromPipeline) { $parts += ', from the pipeline' }
        if ($Binding.ValueFromPipelineByPropertyName) { $parts += ', from a property of its name' }
        "        $($Set -eq '__AllParameterSets' ? 'all sets' : $Set): $parts"
    }

    function Format-Parameter($Parameter) {
        $traits = @(
            if ($Parameter.Aliases) { "alias $(($Parameter.Aliases | Sort-Object) -join ', ')" }
            if ($Parameter.Attributes.TypeId -eq [System.Management.Automation.SupportsWildcardsAttribute]) { 'wildcards' }
            $Parameter.Attributes | Where-Object { $_ -is [System.Management.Automation.ValidateArgumentsAttribute] } | ForEach-Object { $_.GetType().Name -replace 'Attribute' } | Sort-Object
        )
        "    -$($Parameter.Name) <$(Format-Type $Parameter.ParameterType)>" + (-join ($traits | ForEach-Object { "; $_" }))
        $Parameter.ParameterSets.GetEnumerator() | Sort-Object Key | ForEach-Object { Format-Binding $_.Key $_.Value }
    }

    function Format-Command($Command) {
        $Command.Name
        "    writes $($Command.OutputType.Name -join ', ')"
        "    sets $(($Command.ParameterSets | ForEach-Object { $_.IsDefault ? "$($_.Name) (default)" : $_.Name } | Sort-Object) -join ', ')"
        $Command.Parameters.Values | Where-Object Name -NotIn ([System.Management.Automation.Cmdlet]::CommonParameters) | Sort-Object Name | ForEach-Object { Format-Parameter $_ }
        ''
    }
}

Describe 'Commands and their parameters' {
    It 'are those that were approved' {
        $surface = @(
            Get-Command -Module LogAnalysis -CommandType Cmdlet | Sort-Object Name | ForEach-Object { Format-Command $_ }
            Get-Command -Module LogAnalysis -CommandType Alias | ForEach-Object { $_.Name; "    alias of $($_.Definition)" }
        )
        if ($env:LOGANALYSIS_APPROVE -eq '1') { [System.IO.File]::WriteAllText($approved, ($surface -join "`n") + "`n") }
        Compare-Object (Get-Content $approved) $surface | ForEach-Object { "$($_.SideIndicator) $($_.InputObject)" } | Should -BeNullOrEmpty -Because 'a change is named in CHANGELOG.md and approved with LOGANALYSIS_APPROVE=1'
        $surface -join "`n" | Should -BeExactly (Get-Content $approved -Raw).TrimEnd().Replace("`r`n", "`n")
    }
}
