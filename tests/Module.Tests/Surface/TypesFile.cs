using System.Reflection;
using System.Text;
using LogAnalysis.Views.Cells;

namespace LogAnalysis.Tests.Surface;

/// <summary>What <c>LogAnalysis.types.ps1xml</c> says, made from the types.</summary>
internal static class TypesFile
{
    private const string Introduction = """
        <?xml version="1.0" encoding="utf-8"?>
        <!--
          Made from the types by a test, with LOGANALYSIS_UPDATE_DOCS=1.
          DefaultDisplayPropertySet: what PowerShell shows of a type where it takes no view, as of a second one in a command line. Text is not
          shown so, which may command the terminal.
          PropertySerializationSet: what goes through jobs, files and remoting, which is all but the hidden properties. SerializationDepth: times
          are objects there, and exact only with their properties.
          Shown: the cells of the views. Script properties: lists and times whose text can be read, as Export-Csv needs it.
        -->
        <Types>

        """;

    /// <summary>What only scripts want to know.</summary>
    private static readonly string[] NotDisplayed = ["Text", "Offset", "IsContinuation", "Fields", "MergeState"];

    /// <summary>The types that have a view, in the order of the file.</summary>
    private static IEnumerable<Type> Types => typeof(ObjectViews).GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Select(method => typeof(LogEntry).Assembly.GetType($"{nameof(LogAnalysis)}.{method.Name}"))
        .OfType<Type>();

    public static string Write()
    {
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        foreach (Type type in Types)
        {
            WriteType(text, type.FullName!, type);
        }

        foreach (Type type in Types)
        {
            WriteType(text, "Deserialized." + type.FullName, type, isDeserialized: true);
        }

        return text.Append("</Types>\n").ToString();
    }

    private static void WriteType(StringBuilder text, string name, Type type, bool isDeserialized = false)
    {
        string[] all = [.. type.GetProperties().Select(property => property.Name)];
        text.Append($"""
              <Type>
                <Name>{name}</Name>
                <Members>
                  <MemberSet>
                    <Name>PSStandardMembers</Name>
                    <Members>
                      <NoteProperty>
                        <Name>SerializationDepth</Name>
                        <Value>2</Value>
                      </NoteProperty>
                      <NoteProperty>
                        <Name>SerializationMethod</Name>
                        <Value>SpecificProperties</Value>
                      </NoteProperty>

            """.ReplaceLineEndings("\n"));
        WriteSet(text, "PropertySerializationSet", all);
        WriteSet(text, "DefaultDisplayPropertySet", all.Except(NotDisplayed));
        text.Append("        </Members>\n      </MemberSet>\n");
        WriteCode(text, "Shown", type.Name);
        if (!isDeserialized && type.GetProperties().Any(IsWrapped))
        {
            WriteCode(text, "Readable", nameof(ObjectViews.Readable));
            Array.ForEach([.. type.GetProperties().Where(IsWrapped)], property => WriteWrapped(text, property));
        }

        text.Append("    </Members>\n  </Type>\n");
    }

    private static bool IsWrapped(PropertyInfo property) => property.PropertyType.IsArray || ValueType(property) == typeof(DateTimeOffset);

    private static Type ValueType(PropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    private static void WriteSet(StringBuilder text, string name, IEnumerable<string> properties) => text.Append($"""
                  <PropertySet>
                    <Name>{name}</Name>
                    <ReferencedProperties>
        {string.Join('\n', properties.Select(property => $"              <Name>{property}</Name>"))}
                    </ReferencedProperties>
                  </PropertySet>

        """.ReplaceLineEndings("\n"));

    private static void WriteCode(StringBuilder text, string name, string method) => text.Append($"""
              <CodeProperty IsHidden="true">
                <Name>{name}</Name>
                <GetCodeReference>
                  <TypeName>{typeof(ObjectViews).FullName}</TypeName>
                  <MethodName>{method}</MethodName>
                </GetCodeReference>
              </CodeProperty>

        """.ReplaceLineEndings("\n"));

    /// <summary>The type after OutputType is for completion, and the comma for lists, which a script block would take apart.</summary>
    private static void WriteWrapped(StringBuilder text, PropertyInfo property) => text.Append($"""
              <ScriptProperty>
                <Name>{property.Name}</Name>
                <GetScriptBlock>[OutputType('{ValueType(property).FullName}')] param() {(property.PropertyType.IsArray ? ", " : string.Empty)}$this.Readable.{property.Name}</GetScriptBlock>
              </ScriptProperty>

        """.ReplaceLineEndings("\n"));
}
