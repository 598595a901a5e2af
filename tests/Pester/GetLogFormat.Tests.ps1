BeforeAll {
    . $PSScriptRoot/Support.ps1
}

Describe 'Get-LogFormat' {
    It 'lists formats with what writes them and an example' {
        $formats = Get-LogFormat | Where-Object Description -NotLike 'Registered*'
        'access', 'application', 'json', 'syslog', 'text' | Should -BeIn $formats.Name
        $formats | ForEach-Object { $_.Description, $_.Example } | ForEach-Object { $_ | Should -Not -BeNullOrEmpty }
    }

    It 'filters by name, with wildcards and whatever the case: <Name>' -ForEach @(
        @{ Name = 'JSON'; Expected = 'json' }
        @{ Name = 'js*'; Expected = 'json' }
        @{ Name = 'a[cp]*'; Expected = 'access', 'access-custom', 'apache-error', 'application' }
    ) {
        (Get-LogFormat $Name).Name | Should -BeExactly $Expected
    }

    It 'names what does not exist' {
        { Get-LogFormat nothing -ErrorAction Stop } | Should -Throw -ErrorId 'UnknownFormat,*'
    }
}
