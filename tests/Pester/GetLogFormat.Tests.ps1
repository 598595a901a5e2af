BeforeAll {
    . $PSScriptRoot/Support.ps1
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
