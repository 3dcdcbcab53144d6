using System.Text;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Comptes.Membres;

/// <summary>What « faireavec comptes organisations importer » does of a file.</summary>
[Collection(MembresDuSite.Nom)]
public class CommandesTests(SiteDesMembres site)
{
    [Fact]
    public async Task Un_fichier_d_organisations_se_regarde_puis_s_ecrit_et_chaque_ligne_dit_sa_suite()
    {
        var (a, b) = ($"IMPORT{site.Mot().ToUpperInvariant()}", $"IMPORT{site.Mot().ToUpperInvariant()}");
        var fichier = Encoding.UTF8.GetBytes($"nom;type;numero;motif;nature;categorie;commune\nMaison A;interne;{a};Pas de SIRET;privée;Économie sociale;Firminy (Loire)\nMaison A encore;interne;{a};Pas de SIRET;Privee;association;Firminy (Loire)\n;siret;123;;autre;;\nMaison B;interne;{b};Pas de SIRET;publique;commune;42095\n");
        Task<IReadOnlyList<LigneImportee>> ImporterAsync(bool appliquer) => site.DansAsync(async s => (await s.GetRequiredService<ImportDOrganisations>().ImporterAsync(fichier, appliquer, CancellationToken.None)).Valeur, "systeme:commande");
        var regard = await ImporterAsync(false);
        Assert.Equal(["prete", "refusee", "refusee", "prete"], regard.Select(l => l.Etat));
        Assert.Equal(["CPT-050", "CPT-001", "CPT-052", "CPT-053", "CPT-051"], regard[2].Erreurs.Select(e => e.Code));
        Assert.Equal(0, await CompterAsync(a, b));
        Assert.Equal(["creee", "refusee", "refusee", "creee"], (await ImporterAsync(true)).Select(l => l.Etat));
        Assert.Equal(2, await CompterAsync(a, b));
        Assert.Equal(["refusee", "refusee", "refusee", "refusee"], (await ImporterAsync(true)).Select(l => l.Etat));
        Assert.False((await site.DansAsync(s => s.GetRequiredService<ImportDOrganisations>().ImporterAsync([0, 1, 2], false, CancellationToken.None), "systeme:commande")).Reussi);
    }

    private Task<int> CompterAsync(params string[] numeros) => site.LireAsync(db => db.Set<Organisation>().CountAsync(o => numeros.Contains(o.Numero)));
}
