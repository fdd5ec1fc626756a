using System.Reflection;

namespace Dialog.Architecture.Tests;

/// <summary>PostgreSQL is to stand behind the same face, so nothing of SQLite may show through it.</summary>
public class StorageFaceTests
{
    private static readonly string[] Hidden = ["Microsoft.Data.Sqlite", "SQLitePCLRaw.core", "Dapper", "Npgsql"];

    public static IEnumerable<Type> Faces => Assembly.Load("Dialog.Storage").GetExportedTypes();

    [Test]
    public void Storage_has_a_face() => Assert.That(Faces, Is.Not.Empty);

    [TestCaseSource(nameof(Faces))]
    public void Shows_no_type_of_the_database_behind_it(Type face)
    {
        var shown = Signature(face).SelectMany(Unfold).Where(type => Hidden.Contains(type.Assembly.GetName().Name));
        Assert.That(shown.Distinct(), Is.Empty);
    }

    private static IEnumerable<Type> Signature(Type type)
    {
        const BindingFlags Visible = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.BaseType is { } parent)
            yield return parent;
        foreach (var face in type.GetInterfaces())
            yield return face;
        foreach (var field in type.GetFields(Visible).Where(field => field.IsPublic || field.IsFamily))
            yield return field.FieldType;
        foreach (var method in type.GetMembers(Visible).OfType<MethodBase>().Where(method => method.IsPublic || method.IsFamily))
        {
            if (method is MethodInfo { ReturnType: var returned })
                yield return returned;
            foreach (var parameter in method.GetParameters())
                yield return parameter.ParameterType;
        }
    }

    private static IEnumerable<Type> Unfold(Type type) =>
        type.HasElementType ? Unfold(type.GetElementType()!) : type.GetGenericArguments().SelectMany(Unfold).Prepend(type);
}
