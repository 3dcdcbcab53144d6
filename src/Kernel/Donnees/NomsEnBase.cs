using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FaireAvec.Kernel.Donnees;

/// <summary>Names in the database: the schema is the module's, everything is snake_case without accents.</summary>
internal static class NomsEnBase
{
    public static void Appliquer(IMutableModel modele, IReadOnlyDictionary<Assembly, string> schemas)
    {
        foreach (var entite in modele.GetEntityTypes())
        {
            if (entite.GetSchema() is null)
            {
                entite.SetSchema(schemas.TryGetValue(entite.ClrType.Assembly, out var schema)
                    ? schema
                    : throw new InvalidOperationException($"{entite.ClrType} is in the model, but its assembly has no module."));
            }

            entite.SetTableName(Serpent(entite.GetTableName()!));
            foreach (var propriete in entite.GetProperties())
            {
                propriete.SetColumnName(Serpent(propriete.GetColumnName()));
            }

            foreach (var cle in entite.GetKeys())
            {
                cle.SetName(Serpent(cle.GetName()!));
            }

            foreach (var etrangere in entite.GetForeignKeys())
            {
                etrangere.SetConstraintName(Serpent(etrangere.GetConstraintName()!));
            }

            foreach (var index in entite.GetIndexes())
            {
                index.SetDatabaseName(Serpent(index.GetDatabaseName()!));
            }
        }
    }

    /// <summary>"CodeInsee" → "code_insee"; "IX_Lieux_Nom" → "ix_lieux_nom".</summary>
    public static string Serpent(string nom)
    {
        var s = new StringBuilder(nom.Length + 8);
        for (var i = 0; i < nom.Length; i++)
        {
            var c = nom[i];
            if (char.IsUpper(c) && i > 0 && nom[i - 1] != '_' && (!char.IsUpper(nom[i - 1]) || (i + 1 < nom.Length && char.IsLower(nom[i + 1]))))
            {
                s.Append('_');
            }

            s.Append(char.ToLowerInvariant(c));
        }

        return s.ToString();
    }
}
