using System.Linq.Expressions;
using System.Reflection;

namespace LogAnalysis.Objects;

/// <summary>A property of a .NET type, compiled: PowerShell's own way to it takes longer than it takes to count an entry.</summary>
internal sealed class TypeMember
{
    private readonly Func<object, object?> _get;

    public TypeMember(PropertyInfo property)
    {
        Name = property.Name;
        ParameterExpression instance = Expression.Parameter(typeof(object));
        Expression value = Expression.Property(Expression.Convert(instance, property.DeclaringType!), property);
        _get = Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), instance).Compile();
    }

    public string Name { get; }

    /// <summary>The value of the property; null where it cannot be read: any code can run there.</summary>
    public object? TryRead(object instance)
    {
        try
        {
            return _get(instance);
        }
        catch (Exception failure) when (failure is not (OutOfMemoryException or OperationCanceledException))
        {
            return null;
        }
    }
}
