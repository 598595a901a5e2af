using System.Diagnostics.CodeAnalysis;

namespace LogAnalysis;

/// <summary>What the values of a field are.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "These are the words for what a log says, not for types of .NET.")]
public enum LogFieldType
{
    /// <summary>Texts, or values of several kinds.</summary>
    Text,

    /// <summary>Integers.</summary>
    Integer,

    /// <summary>Numbers, some of which may be integers.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Dates with times.</summary>
    Time,

    /// <summary>Lists of values.</summary>
    List,

    /// <summary>Objects with members of their own.</summary>
    Object,
}
