using System.Globalization;
using System.Text.RegularExpressions;
using FaireAvec.Tests.Architecture.Regles;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Architecture;

/// <summary>
/// Rule 7: every route × every role, called for real and compared with <c>droits.csv</c>. Roles: a visitor on the demonstration, and a visitor where the
/// demonstration is closed. A POST is sent without its token: 400 means that the right was there, 403 that it wasn't.
/// <c>FAIREAVEC_ECRIRE=oui</c> writes the table again, keeping its addresses; read what changed before committing it.
/// </summary>
public sealed partial class MatriceDesDroitsTests(SiteDArchitecture site)
{
    private const string EnTete = "route;verbe;droit;adresse;anonyme;hors_demonstration";

    private static readonly string Fichier = Depot.Chemin("tests", "Architecture", "droits.csv");

    [Fact]
    public async Task Regle_7_chaque_route_repond_a_chaque_role_ce_que_dit_la_table()
    {
        var ecrites = Lire(await File.ReadAllTextAsync(Fichier));
        var constatees = await ConstaterAsync(ecrites);
        if (Depot.Ecrire)
        {
            await File.WriteAllTextAsync(Fichier, Ecrire(constatees));
            return;
        }

        Assert.Empty(Ecarts(ecrites, constatees));
    }

    [Fact]
    public void Regle_7_une_route_qui_manque_un_statut_qui_change_une_ligne_de_trop_se_voient()
    {
        LigneDeDroit ligne = new("/lieux", "GET", "public", "/lieux", 200, 200);
        Assert.Empty(Ecarts([ligne], [ligne]));
        Assert.Single(Ecarts([], [ligne]));
        Assert.Single(Ecarts([ligne], []));
        Assert.Single(Ecarts([ligne with { HorsDemonstration = 403 }], [ligne]));
        Assert.Single(Ecarts([ligne with { Droit = "demonstration" }], [ligne]));
    }

    [Fact]
    public void La_table_se_relit_comme_elle_s_ecrit()
    {
        List<LigneDeDroit> lignes = [new("/a/{b}", "GET", "public", "/a/1", 200, 200), new("/c", "POST", "demonstration", "/c", 400, 403)];
        Assert.Equal(lignes, Lire(Ecrire(lignes)));
    }

    private static IEnumerable<string> Ecarts(IReadOnlyList<LigneDeDroit> ecrites, IReadOnlyList<LigneDeDroit> constatees)
    {
        var parCle = ecrites.ToDictionary(l => l.Cle);
        foreach (var constatee in constatees)
        {
            if (!parCle.Remove(constatee.Cle, out var ecrite))
            {
                yield return $"Not in droits.csv: {constatee}";
            }
            else if (ecrite != constatee)
            {
                yield return $"droits.csv says {ecrite}, the site {constatee}";
            }
        }

        foreach (var reste in parCle.Values)
        {
            yield return $"In droits.csv, but no route answers it: {reste}";
        }
    }

    private async Task<IReadOnlyList<LigneDeDroit>> ConstaterAsync(IReadOnlyList<LigneDeDroit> ecrites)
    {
        var adresses = ecrites.ToDictionary(l => l.Cle, l => l.Adresse);
        var lignes = new List<LigneDeDroit>();
        foreach (var route in site.Routes)
        {
            foreach (var verbe in route.Verbes)
            {
                var adresse = adresses.GetValueOrDefault((route.Route, verbe)) ?? Parametre().Replace(route.Route, "inconnu");
                lignes.Add(new LigneDeDroit(route.Route, verbe, route.Droit ?? "", adresse, await StatutAsync(site.Demonstration, verbe, adresse), await StatutAsync(site.HorsDemonstration, verbe, adresse)));
            }
        }

        return lignes;
    }

    private static async Task<int> StatutAsync(ApplicationDeTest application, string verbe, string adresse)
    {
        using var client = application.NouveauClient();
        using var requete = new HttpRequestMessage(new HttpMethod(verbe), adresse);
        if (verbe == "POST")
        {
            requete.Content = new FormUrlEncodedContent([]);
        }

        using var reponse = await client.SendAsync(requete);
        return (int)reponse.StatusCode;
    }

    private static List<LigneDeDroit> Lire(string texte) =>
    [
        .. texte.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(';'))
            .Select(c => new LigneDeDroit(c[0], c[1], c[2], c[3], int.Parse(c[4], CultureInfo.InvariantCulture), int.Parse(c[5], CultureInfo.InvariantCulture))),
    ];

    private static string Ecrire(IEnumerable<LigneDeDroit> lignes) => $"{EnTete}\n{string.Concat(lignes.Select(l => $"{l}\n"))}";

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Parametre();

    private sealed record LigneDeDroit(string Route, string Verbe, string Droit, string Adresse, int Anonyme, int HorsDemonstration)
    {
        public (string Route, string Verbe) Cle => (Route, Verbe);

        public override string ToString() => $"{Route};{Verbe};{Droit};{Adresse};{Anonyme};{HorsDemonstration}";
    }
}
