using System.Reflection;

namespace LogAnalysis.Help.Reading;

/// <summary>Where in the sources a type or a property is written.</summary>
/// <param name="folder">The folder of the sources, in which the file of a type has its name.</param>
internal sealed class SourceFiles(string folder)
{
    /// <summary>The place, as compilers write it: <c>file(line)</c>.</summary>
    public string Find(MemberInfo member)
    {
        Type type = member as Type ?? member.DeclaringType!;
        string? file = Directory.EnumerateFiles(folder, type.Name + ".cs", SearchOption.AllDirectories).FirstOrDefault();
        if (file is null)
        {
            return type.Assembly.GetName().Name!;
        }

        string declaration = member is Type ? $"class {type.Name}" : $" {member.Name} {{";
        int line = Array.FindIndex(File.ReadAllLines(file), text => text.Contains(declaration, StringComparison.Ordinal));
        return $"{file}({Math.Max(line, 0) + 1})";
    }
}
