using System.Reflection;
using LogAnalysis.Model;
using LogAnalysis.Text;
using Xunit;

namespace LogAnalysis.Tests.Formats;

/// <summary>The ranges of a line's fields are found by name and by kind.</summary>
public sealed class LineFieldsTests
{
    public static TheoryData<string> Ranges => [.. Enum.GetValues<FieldKind>().Where(kind => kind is >= 0 and < FieldKind.Level).Select(kind => kind.ToString())];

    [Theory]
    [MemberData(nameof(Ranges))]
    public void A_kind_is_the_field_of_its_name(string name)
    {
        object fields = default(LineFields);
        typeof(LineFields).GetField(name, BindingFlags.Instance | BindingFlags.Public)!.SetValue(fields, new ByteRange(3, 4));

        Assert.Equal(new ByteRange(3, 4), ((LineFields)fields)[Enum.Parse<FieldKind>(name)]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData((int)FieldKind.Level)]
    public void A_kind_that_is_no_range_is_refused(int kind) => Assert.Throws<ArgumentOutOfRangeException>(() => default(LineFields)[(FieldKind)kind]);
}
