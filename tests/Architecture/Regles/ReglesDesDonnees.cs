using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FaireAvec.Tests.Architecture.Regles;

/// <summary>A foreign key, from the model or from the catalogue of the database.</summary>
/// <param name="Nom">Its name.</param>
/// <param name="De">Owner of the table that holds it: an assembly or a schema.</param>
/// <param name="Vers">Owner of the table it points to.</param>
internal sealed record CleEtrangere(string Nom, string De, string Vers);

/// <summary>A table of the model: whose it is and where it lies.</summary>
internal sealed record TableDuModele(string Nom, string Proprietaire, string? Schema);

/// <summary>Rule 3 and the first half of rule 5.</summary>
internal static class ReglesDesDonnees
{
    /// <summary>Rule 3: no foreign key joins two modules.</summary>
    public static IEnumerable<string> ClesEntreModules(IEnumerable<CleEtrangere> cles) =>
        from c in cles where c.De != c.Vers select $"{c.Nom} joins {c.De} to {c.Vers}: keep the id, without a foreign key.";

    /// <summary>Rule 5: a table lies in the schema of its module.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="schemas">Schema of each owner.</param>
    public static IEnumerable<string> SchemaDuModule(IEnumerable<TableDuModele> tables, IReadOnlyDictionary<string, string> schemas) =>
        from t in tables
        let attendu = schemas.GetValueOrDefault(t.Proprietaire)
        where t.Schema is null || t.Schema != attendu
        select $"{t.Nom} of {t.Proprietaire} lies in schema « {t.Schema} », expected « {attendu} ».";

    public static IEnumerable<CleEtrangere> Cles(IReadOnlyModel modele) =>
        from entite in modele.GetEntityTypes()
        from cle in entite.GetForeignKeys()
        select new CleEtrangere(cle.GetConstraintName() ?? cle.ToString()!, Nom(entite.ClrType.Assembly), Nom(cle.PrincipalEntityType.ClrType.Assembly));

    public static IEnumerable<TableDuModele> Tables(IReadOnlyModel modele) =>
        from entite in modele.GetEntityTypes() select new TableDuModele(entite.GetTableName() ?? entite.Name, Nom(entite.ClrType.Assembly), entite.GetSchema());

    private static string Nom(Assembly assembly) => assembly.GetName().Name!;
}
