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

    It 'passes its output through again' {
        (Get-LogStatusCode $access | Get-LogStatusCode -Code 404 -Summary).Count | Should -Be 11
    }

    It 'filters by code and class' {
        (Get-LogStatusCode $access -Code 401, 5xx).Code | Sort-Object -Unique | Should -Be 401, 500, 503
    }

    It 'tells who asked for what, when, and where that is said' {
        $first = Get-LogStatusCode $access -Code 5xx | Select-Object -First 1
        $first.Code, $first.Class, $first.Reason | Should -Be 500, '5xx', 'Internal Server Error'
        $first.Method, $first.Url, $first.Client | Should -Be 'GET', '/api/orders?page=2', '192.0.2.7'
        $first.Bytes, $first.LineNumber, $first.Path | Should -Be 29918, 62, $access
        $first.Timestamp | Should -Be ([datetimeoffset] '2025-05-17T10:22:07Z')
    }

    It 'can be formatted and grouped' {
        Get-LogStatusCode $access -Summary | Format-Table | Out-String -Width 80 | Should -Match 'Code\s+Count\s+Percent'
        (Get-LogStatusCode $access | Group-Object Class | Where-Object Name -EQ '5xx').Count | Should -Be 7
    }
}
