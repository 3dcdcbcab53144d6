using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Architecture.Regles;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Architecture;

/// <summary>
/// Rule 7: every route × every role, called for real and compared with <c>droits.csv</c>: an anonymous visitor, the invented person of each role, and a
/// visitor where the demonstration is closed. A line « dehors » asks for a thing outside the scope of the organisations of the demonstration; it is
/// written by hand. A POST is sent without its token: 400 means that the right was there, 403 that it wasn't, 302 that one is led to sign in.
/// <c>FAIREAVEC_ECRIRE=oui</c> writes the table again, keeping its addresses; read what changed before committing it.
/// </summary>
public sealed partial class MatriceDesDroitsTests(SiteDArchitecture site)
{
    private const string Dedans = "dedans";

    private static readonly IReadOnlyList<Role> Roles = SiteDArchitecture.Roles;

    private static readonly string EnTete = $"route;verbe;portee;droit;adresse;anonyme;{string.Join(';', Roles.Select(r => r.Cle()))};hors_demonstration";

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
        LigneDeDroit ligne = new("/lieux", "GET", Dedans, "public", "/lieux", "200;200");
        Assert.Empty(Ecarts([ligne], [ligne]));
        Assert.Single(Ecarts([], [ligne]));
        Assert.Single(Ecarts([ligne], []));
        Assert.Single(Ecarts([ligne with { Statuts = "200;403" }], [ligne]));
        Assert.Single(Ecarts([ligne with { Droit = "demonstration" }], [ligne]));
    }

    [Fact]
    public void La_table_se_relit_comme_elle_s_ecrit()
    {
        List<LigneDeDroit> lignes = [new("/a/{b}", "GET", Dedans, "public", "/a/1", "200;200"), new("/a/{b}", "GET", "dehors", "public", "/a/2", "404;404"), new("/c", "POST", Dedans, "connecte", "/c", "400;403")];
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
        var adresses = ecrites.ToLookup(l => (l.Route, l.Verbe));
        List<LigneDeDroit> demandees =
        [
            .. from route in site.Routes
               from verbe in route.Verbes
               let connues = adresses[(route.Route, verbe)]
               from ligne in connues.Any() ? connues : [new LigneDeDroit(route.Route, verbe, Dedans, "", Parametre().Replace(route.Route, "inconnu"), "")]
               select ligne with { Droit = route.Droit ?? "" },
        ];
        var lignes = new ConcurrentDictionary<(string, string, string), LigneDeDroit>();
        await Parallel.ForEachAsync(demandees, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (ligne, _) =>
        {
            var statuts = new List<int> { await StatutAsync(site.Demonstration, ligne, null) };
            foreach (var role in Roles)
            {
                statuts.Add(await StatutAsync(site.Demonstration, ligne, site.Cookies[role]));
            }

            statuts.Add(await StatutAsync(site.HorsDemonstration, ligne, null));
            lignes[ligne.Cle] = ligne with { Statuts = string.Join(';', statuts) };
        });
        return [.. demandees.Select(l => lignes[l.Cle])];
    }

    private async Task<int> StatutAsync(ApplicationDeTest application, LigneDeDroit ligne, string? cookie)
    {
        var statut = await StatutAsync(application, ligne, cookie, new FormUrlEncodedContent([]));
        // An endpoint that reads JSON looks at nothing before: it is asked again in its language, to know what it answers to whom.
        return statut == (int)HttpStatusCode.UnsupportedMediaType ? await StatutAsync(application, ligne, cookie, new StringContent("{}", Encoding.UTF8, "application/json")) : statut;
    }

    private async Task<int> StatutAsync(ApplicationDeTest application, LigneDeDroit ligne, string? cookie, HttpContent corps)
    {
        using var requete = new HttpRequestMessage(new HttpMethod(ligne.Verbe), new Uri(application.Adresse, ligne.Adresse));
        if (ligne.Verbe == "POST")
        {
            requete.Content = corps;
        }

        if (cookie is not null)
        {
            requete.Headers.Add("Cookie", $"{CookieDeSession.Nom}={cookie}");
        }

        using var reponse = await site.SansCookies.SendAsync(requete);
        return (int)reponse.StatusCode;
    }

    private static List<LigneDeDroit> Lire(string texte) =>
    [
        .. texte.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(';', 6)).Select(c => new LigneDeDroit(c[0], c[1], c[2], c[3], c[4], c[5])),
    ];

    private static string Ecrire(IEnumerable<LigneDeDroit> lignes) => string.Create(CultureInfo.InvariantCulture, $"{EnTete}\n{string.Concat(lignes.Select(l => $"{l}\n"))}");

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Parametre();

    /// <summary>One line of the table; the statuses are in the order of its header.</summary>
    private sealed record LigneDeDroit(string Route, string Verbe, string Portee, string Droit, string Adresse, string Statuts)
    {
        public (string Route, string Verbe, string Portee) Cle => (Route, Verbe, Portee);

        public override string ToString() => $"{Route};{Verbe};{Portee};{Droit};{Adresse};{Statuts}";
    }
}
