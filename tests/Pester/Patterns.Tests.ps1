BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $app = Join-Path $root samples app.log
}

Describe 'A pattern' {
    It 'leads to its entries, and to no others' {
        $groups = Measure-LogErrors $app -By Pattern
        foreach ($group in $groups) {
            $entries = $group | Get-LogEntry $app
            @($entries).Count | Should -Be $group.Count
            $entries.PatternId | Sort-Object -Unique | Should -Be $group.Id
            $entries.Pattern | Sort-Object -Unique | Should -Be $group.Name
        }
    }

    It 'of a report leads to its entries, too' {
        @((Get-LogReport $app).ErrorPatterns[0] | Get-LogEntry $app).Count | Should -Be 4
    }

    It 'leads to its entries after it came back from a file' {
        $file = Join-Path $TestDrive groups.xml
        Measure-LogErrors $app -By Pattern | Export-Clixml $file
        @((Import-Clixml $file)[0] | Get-LogEntry $app).Count | Should -Be 4
    }

    It 'can be given as a parameter, several of them' {
        $groups = Measure-LogErrors $app -By Pattern
        @(Get-LogEntry $app -Group $groups).Count | Should -Be 5
    }

    It 'that is none leads to nothing' {
        Measure-LogErrors $app -By Pattern | Where-Object Count -GT 100 | Get-LogEntry $app | Should -BeNullOrEmpty
    }

    It 'is what leads to entries, and no other group does' {
        { Measure-LogErrors $app -By Level | Get-LogEntry $app } | Should -Throw -ErrorId 'MissingParameter*'
    }

    It 'is found by its id in every command' {
        $id = (Measure-LogErrors $app -By Pattern)[0].Id
        @(Get-LogEntry $app -Where @{ PatternId = $id }).Count | Should -Be 4
        (Measure-LogErrors $app -Where @{ PatternId = $id }).Errors | Should -Be 4
        (Get-LogReport $app -Where @{ patternid = $id }).Entries | Should -Be 4
    }

    It 'whose id is unknown gives a warning' {
        Get-LogEntry $app -Where @{ PatternId = 'none' } -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warnings" | Should -BeLike '*none*'
    }

    It 'cannot be asked for by its id where no files are named' {
        { 'ERROR lost' | Get-LogEntry -Where @{ PatternId = 'none' } } | Should -Throw -ErrorId 'MissingParameter*'
    }

    It 'is a property of entries that were asked for it' {
        $entries = Get-LogEntry $app -Field Pattern, PatternId
        ($entries | Where-Object Pattern -EQ 'Payment of order <num> failed: java.io.IOException at com.example.shop.Payments.charge').Count | Should -Be 4
        (Get-LogEntry $app)[0].Pattern | Should -BeNullOrEmpty
    }
}

Describe 'Groups by pattern' {
    It 'add up exactly when they are piped back' {
        $entries = Get-LogEntry $app
        $parts = @($entries[0..29] | Measure-LogErrors -By Pattern) + @($entries[30..($entries.Count - 1)] | Measure-LogErrors -By Pattern)
        $whole = $entries | Measure-LogErrors -By Pattern
        $sum = $parts | Measure-LogErrors -By Pattern
        $sum | ForEach-Object { "$($_.Count) $($_.Id) $($_.Name) $($_.Values)" } | Should -Be @($whole | ForEach-Object { "$($_.Count) $($_.Id) $($_.Name) $($_.Values)" })
    }

    It 'say what was in their places, and when' {
        $group = (Measure-LogErrors $app -By Pattern)[0]
        $group.Values.Kind | Should -Be '<num>'
        $group.Values.Distinct | Should -Be 4
        $group.Values.Top.Count | Should -Be 3
        ($group.Timeline | Measure-Object Entries -Sum).Sum | Should -Be 4
    }
}
