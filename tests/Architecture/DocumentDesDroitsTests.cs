using System.Globalization;
using System.Text;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Host;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Architecture;

/// <summary><c>docs/rights.md</c> is made from the tables of the modules. <c>FAIREAVEC_ECRIRE=oui</c> writes it again.</summary>
public sealed class DocumentDesDroitsTests
{
    [Fact]
    public async Task Le_document_des_droits_dit_ce_que_disent_les_tables()
    {
        var chemin = Depot.Chemin("docs", "rights.md");
        var document = Document(new TableDesDroits(ModulesDuProduit.Tous()));
        if (Depot.Ecrire)
        {
            await File.WriteAllTextAsync(chemin, document);
            return;
        }

        Assert.Equal(document, await File.ReadAllTextAsync(chemin));
    }

    private static string Document(TableDesDroits table)
    {
        var md = new StringBuilder("# Rights\n\nMade from the tables of the modules (`IModule.Droits`); `FAIREAVEC_ECRIRE=oui ./dev test architecture` writes it again. The same table is on the site, at `/comptes/droits`. ")
            .Append("Whatever isn't here is refused. A right is asked at the door of a list, and again on each thing.\n\n")
            .Append("Scopes: *Soi* (one's own), *Organisation* (the one chosen), *Equipe* (the teams that one coordinates), *Territoire* (one's départements), *National*.\n");
        foreach (var module in table.Regles.GroupBy(r => r.Droit.Split('.')[0]))
        {
            md.Append(CultureInfo.InvariantCulture, $"\n## {module.Key}\n\n| right | what it lets one do | who, how far |\n| --- | --- | --- |\n");
            foreach (var regle in module)
            {
                var qui = regle.Attributions.GroupBy(a => a.Portee).OrderBy(g => g.Key).Select(g => $"{g.Key}: {string.Join(", ", g.Select(a => a.Role.Cle()))}");
                md.Append(CultureInfo.InvariantCulture, $"| `{regle.Droit}` | {regle.Libelle}{(regle.Sensible ? " (second factor again)" : "")} | {string.Join("; ", qui)}{(regle.Etendue is { } e ? $"; API scope `{e}`" : "")} |\n");
            }
        }

        md.Append("\n## Separation of duties\n\n| role | excluded role | where | why |\n| --- | --- | --- | --- |\n");
        foreach (var paire in RolesIncompatibles.Table)
        {
            md.Append(CultureInfo.InvariantCulture, $"| {paire.Un.Cle()} | {paire.Autre.Cle()} | {Mots.T($"Etendue.{paire.Etendue}")} | {paire.Raison} |\n");
        }

        md.Append("\n| act | excluded act | on | why | asked |\n| --- | --- | --- | --- | --- |\n");
        foreach (var paire in SeparationDesTaches.Table)
        {
            md.Append(CultureInfo.InvariantCulture, $"| `{paire.Acte}` | `{paire.Autre}` | {paire.Objet} | {paire.Raison} | {(paire.Appliquee ? "yes" : "when its module comes")} |\n");
        }

        return md.ToString();
    }
}
