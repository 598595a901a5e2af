namespace LogAnalysis.Traces;

/// <summary>What a frame of a stack trace names.</summary>
internal enum FrameKind
{
    /// <summary>A method with its class and namespace: Java, Kotlin, Scala, .NET.</summary>
    Method,

    /// <summary>A function of a package: Go.</summary>
    GoFunction,

    /// <summary>A function of a crate: Rust.</summary>
    RustFunction,

    /// <summary>A function, or none, in a file: Python, JavaScript, PHP, Ruby, PowerShell.</summary>
    Script,
}
