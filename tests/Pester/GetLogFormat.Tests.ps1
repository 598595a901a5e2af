BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../../LogAnalysis.psd1') -Force
}

Describe 'Get-LogFormat' {
    It 'lists formats with what writes them and an example' {
        $formats = Get-LogFormat
        $formats.Name | Should -Contain 'syslog'
        $formats | ForEach-Object Example | Should -Not -BeNullOrEmpty
    }

    It 'filters by name, with wildcards' {
        (Get-LogFormat js*).Name | Should -Be 'json'
    }

    It 'names what does not exist' {
        { Get-LogFormat nothing -ErrorAction Stop } | Should -Throw -ErrorId 'UnknownFormat,*'
    }
}
