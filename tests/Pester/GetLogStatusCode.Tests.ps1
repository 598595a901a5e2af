BeforeAll {
    . $PSScriptRoot/Support.ps1
    $access = Join-Path $samples 'access.log'
}

Describe 'Get-LogStatusCode' {
    It 'counts the same as <Form>' -ForEach @(
        @{ Form = 'a path'; Script = { Get-LogStatusCode $access -Summary } }
        @{ Form = 'a file'; Script = { Get-Item $access | Get-LogStatusCode -Summary } }
        @{ Form = 'lines'; Script = { Get-Content $access | Get-LogStatusCode -Summary } }
        @{ Form = 'its own output'; Script = { Get-LogStatusCode $access | Get-LogStatusCode -Summary } }
    ) {
        $counts = & $Script
        $counts.Code | Should -Be 200, 302, 304, 400, 401, 404, 500, 503
        $counts | ForEach-Object Count | Should -Be 87, 2, 10, 1, 3, 11, 3, 4
        ($counts.Percent | Measure-Object -Sum).Sum | Should -BeGreaterThan 99.999
    }

    It 'filters by code and class' {
        (Get-LogStatusCode $access -Code 401, 5xx).Code | Sort-Object -Unique | Should -Be 401, 500, 503
    }

    It 'tells who asked for what' {
        $first = Get-LogStatusCode $access -Code 503 | Select-Object -First 1
        $first.Method, $first.Url, $first.Client, $first.Reason, $first.Class | Should -Be 'POST', '/api/orders', '192.0.2.7', 'Service Unavailable', '5xx'
        $first.Bytes | Should -Be 15806
        $first.Timestamp | Should -Be ([datetimeoffset] '2025-05-17T10:22:47Z')
    }

    It 'refuses what is no status code' {
        { Get-LogStatusCode $access -Code 6xx } | Should -Throw -ErrorId 'InvalidStatusCode,*'
    }

    It 'can be formatted and grouped' {
        Get-LogStatusCode $access -Summary | Format-Table | Out-String -Width 80 | Should -Match 'Code\s+Count\s+Percent'
        (Get-LogStatusCode $access | Group-Object Class | Where-Object Name -EQ '5xx').Count | Should -Be 7
    }
}
