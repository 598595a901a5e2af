using System.Globalization;
using System.Management.Automation;
using System.Text;
using LogAnalysis.Errors;
using LogAnalysis.Paths;

namespace LogAnalysis.Commands;

/// <summary>Converts the encoding names of PowerShell's own commands, any registered name, or a code page number.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TextEncodingAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        Encoding? encoding = value switch
        {
            Encoding given => given,
            string name => EncodingNames.Find(name),
            int page => EncodingNames.Find(page.ToString(CultureInfo.InvariantCulture)),
            _ => null,
        };
        return encoding ?? throw LogErrors.InvalidArgument(
            $"'{inputData}' is not an encoding. Write a name (utf8, unicode, bigendianunicode, utf32, ascii, latin1, windows-1252, shift_jis), or a code page (1252).");
    }
}
