# Masks are registered for the process: each pattern here matches nothing that other tests have, and is unregistered at the end.
BeforeAll {
    . $PSScriptRoot/Support.ps1
    Enter-NewFolder
    New-Log orders.log '2025-01-24 07:00:30 ERROR payment of ZZORD-DE failed', '2025-01-24 07:00:31 ERROR payment of ZZORD-FR failed', '2025-01-24 07:00:32 INFO ZZORD-FR is late',
        '2025-01-24 07:00:33 ERROR no zzcustomer smith', '2025-01-24 07:00:34 ERROR no zzcustomer jones', '2025-01-24 07:00:35 ERROR nothing to do'
}

AfterAll { Pop-Location }

Describe 'Register-LogMask' {
    AfterEach { Unregister-LogMask zz-* }

    It 'makes a place of what matches, in every command that finds patterns' {
        Register-LogMask -Name zz-order -Pattern 'ZZORD-[A-Z]+' | Should -BeNullOrEmpty
        $groups = Measure-LogErrors orders.log -By Pattern
        $groups[0].Name | Should -BeExactly 'payment of <zz-order> failed'
        $groups[0].Values.Kind | Should -BeExactly '<zz-order>'
        $groups[0].Values.Top.Value | Should -BeExactly 'ZZORD-DE', 'ZZORD-FR'
        (Get-Content orders.log | Measure-LogErrors -By Pattern).Name | Should -Contain 'payment of <zz-order> failed'
        (Measure-LogErrors orders.log -By Pattern, Level).Name | Should -Contain 'Error, payment of <zz-order> failed'
        (Measure-LogErrors orders.log -By Pattern -Every 1h)[0].Name | Should -BeExactly 'payment of <zz-order> failed'
        (Get-LogReport orders.log).ErrorPatterns[0].Name | Should -BeExactly 'payment of <zz-order> failed'
        (Get-LogReport orders.log -Every 1h).ErrorPatterns[0].Name | Should -BeExactly 'payment of <zz-order> failed'
        Get-LogReport orders.log | Export-LogReport -Path - -As Markdown | Should -Match 'zz-order'
    }

    It 'leads from a pattern to its entries' {
        Register-LogMask zz-order 'ZZORD-[A-Z]+'
        $group = Measure-LogErrors orders.log -By Pattern -Top 1
        ($group | Get-LogEntry orders.log).LineNumber | Should -Be 1, 2
        (Get-LogEntry orders.log -Group $group).Pattern | Should -BeExactly 'payment of <zz-order> failed', 'payment of <zz-order> failed'
        (Get-LogEntry orders.log -Where @{ PatternId = $group.Id }).LineNumber | Should -Be 1, 2
        (Measure-LogErrors orders.log -Where @{ PatternId = $group.Id }).Errors | Should -Be 2
        (Get-LogEntry orders.log -Field Pattern)[2].Pattern | Should -BeExactly '<zz-order> is late'
    }

    It 'takes only the group named value, where there is one' {
        Register-LogMask zz-customer '(?:zzcustomer|zzkunde) (?<value>\w+)'
        $group = Measure-LogErrors orders.log -By Pattern | Where-Object Name -Like '*customer*'
        $group.Name | Should -BeExactly 'no zzcustomer <zz-customer>'
        $group.Values.Top.Value | Should -BeExactly 'jones', 'smith'
    }

    It 'keeps places in groups and reports that are piped back, saved and compared, also without the mask' {
        Register-LogMask zz-order 'ZZORD-[A-Z]+'
        $groups = Measure-LogErrors orders.log -By Pattern
        $report = Get-LogReport orders.log
        $saved = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($groups, 5))
        Unregister-LogMask zz-order
        $sum = @($groups) + @($saved) | Measure-LogErrors -By Pattern
        $sum[0].Name, $sum[0].Count, $sum[0].Id | Should -Be 'payment of <zz-order> failed', 4, $groups[0].Id
        (@($report, $report) | Get-LogReport).ErrorPatterns[0].Name | Should -BeExactly 'payment of <zz-order> failed'
        Compare-LogReport $report $report -IncludeEqual | Where-Object Name -EQ 'payment of <zz-order> failed' | Should -HaveCount 1
        (Measure-LogErrors orders.log -By Pattern).Name | Should -Not -Contain 'payment of <zz-order> failed'
    }

    It 'writes the mask when asked to, and Get-LogMask lists it in the order of registration' {
        $mask = Register-LogMask zz-two 'ZZ2+' -PassThru
        $mask.Name, $mask.Pattern, "$mask" | Should -BeExactly 'zz-two', 'ZZ2+', 'zz-two'
        Register-LogMask zz-one 'ZZ1+'
        (Get-LogMask zz-*).Name | Should -BeExactly 'zz-two', 'zz-one'
        (Get-LogMask ZZ-ONE).Pattern | Should -BeExactly 'ZZ1+'
    }

    It 'replaces a mask with -Force, which goes behind the others' {
        Register-LogMask zz-a 'ZZA'
        Register-LogMask zz-b 'ZZB'
        Register-LogMask ZZ-A 'ZZC' -Force
        (Get-LogMask zz-*).Pattern | Should -BeExactly 'ZZB', 'ZZC'
    }

    It 'registers nothing with -WhatIf' {
        Register-LogMask zz-what 'ZZ' -WhatIf | Should -BeNullOrEmpty
        Get-LogMask zz-what* | Should -BeNullOrEmpty
    }

    It 'refuses <Script>' -ForEach @(
        @{ Script = "Register-LogMask 'a b' x"; Failure = 'InvalidMaskName InvalidArgument'; Target = 'a b'; Advice = 'letters, digits' }
        @{ Script = 'Register-LogMask "x`n" x'; Failure = 'InvalidMaskName InvalidArgument'; Target = 'x*'; Advice = 'letters, digits' }
        @{ Script = 'Register-LogMask Num x'; Failure = 'InvalidMaskName InvalidArgument'; Target = 'Num'; Advice = 'another name' }
        @{ Script = "Register-LogMask zz-x 'ZZ'; Register-LogMask ZZ-X 'ZZ'"; Failure = 'MaskExists ResourceExists'; Target = 'ZZ-X'; Advice = '-Force' }
        @{ Script = "Register-LogMask zz-x '(['"; Failure = 'InvalidPattern InvalidArgument'; Target = '(['; Advice = 'At position 2' }
        @{ Script = "Register-LogMask zz-x '(?<=a)b'"; Failure = 'PatternBacktracks InvalidArgument'; Target = '(?<=a)b'; Advice = '(?<value>...)' }
        @{ Script = "Register-LogMask zz-x '(a)\1'"; Failure = 'PatternBacktracks InvalidArgument'; Target = '(a)\1'; Advice = 'without backreferences' }
        @{ Script = "Register-LogMask zz-x '\d*'"; Failure = 'PatternMatchesNothing InvalidArgument'; Target = '\d*'; Advice = '\d+' }
        @{ Script = 'Get-LogMask zz-none'; Failure = 'UnknownMask ObjectNotFound'; Target = 'zz-none'; Advice = 'Get-LogMask' }
        @{ Script = "Get-LogMask '[zz'"; Failure = 'UnknownMask ObjectNotFound'; Target = '[zz'; Advice = 'Get-LogMask' }
        @{ Script = 'Unregister-LogMask zz-none'; Failure = 'UnknownMask ObjectNotFound'; Target = 'zz-none'; Advice = 'Get-LogMask' }
    ) {
        $run = Invoke-Script $Script
        Format-Failure $run.Errors | Should -BeExactly $Failure
        $run.Errors.TargetObject | Should -BeLikeExactly $Target.Replace('[', '`[')
        "$($run.Errors)" | Should -BeLike "*$Advice*"
    }

    It 'counts from the next command on: one that runs keeps the masks with which it started' {
        $names = 'ERROR late ZZORD-A', 'ERROR late ZZORD-B' | ForEach-Object {
            Register-LogMask zz-order 'ZZORD-[A-Z]+' -Force
            $_
        } | Measure-LogErrors -By Pattern | ForEach-Object Name
        $names | Should -Not -Contain 'late <zz-order>'
        ('ERROR late ZZORD-A' | Measure-LogErrors -By Pattern).Name | Should -BeExactly 'late <zz-order>'
    }
}

Describe 'Unregister-LogMask' {
    AfterEach { Unregister-LogMask zz-* }

    It 'takes masks and names from the pipeline, and wildcards' {
        foreach ($name in 'zz-a', 'zz-b', 'zz-c', 'zz-d') { Register-LogMask $name 'ZZ' }
        Get-LogMask zz-a | Unregister-LogMask | Should -BeNullOrEmpty
        'zz-b' | Unregister-LogMask
        (Unregister-LogMask zz-c* -PassThru).Name | Should -BeExactly 'zz-c'
        Unregister-LogMask zz-d -WhatIf
        (Get-LogMask zz-*).Name | Should -BeExactly 'zz-d'
        Unregister-LogMask zz-nothing*
    }
}
