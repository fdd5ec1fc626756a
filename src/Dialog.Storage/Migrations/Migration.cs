using System.Globalization;

namespace Dialog.Storage.Migrations;

/// <summary>One numbered script of the schema, <c>NNNN_name.sql</c>.</summary>
internal sealed record Migration(int Version, string Sql)
{
    /// <summary>All scripts in order, with the database's type of bytes filled in.</summary>
    public static IReadOnlyList<Migration> All(string blobType)
    {
        var assembly = typeof(Migration).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
                .Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return new Migration(VersionOf(name), reader.ReadToEnd().Replace("{blob}", blobType, StringComparison.Ordinal));
                })
                .OrderBy(migration => migration.Version),
        ];
    }

    private static int VersionOf(string resource) =>
        int.Parse(resource.Split("Migrations.")[1].TrimStart('_').Split('_')[0], CultureInfo.InvariantCulture);
}
