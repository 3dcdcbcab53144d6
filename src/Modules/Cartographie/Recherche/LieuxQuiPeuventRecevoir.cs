using System.Globalization;
using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Horaires.Calendrier;
using FaireAvec.Contracts.Cartographie;

namespace FaireAvec.Cartographie.Recherche;

internal sealed class LieuxQuiPeuventRecevoir(CatalogueLieux catalogue) : ILieuxQuiPeuventRecevoir
{
    /// <summary>Places looked at for a stretch of time: more than any town has.</summary>
    private const int PlageMax = 2000;

    private static readonly TimeSpan Pas = TimeSpan.FromMinutes(30);

    public IReadOnlyList<LieuQuiRecoit> Chercher(DemandeDAccueil demande)
    {
        var index = catalogue.Index;
        return [.. Trouves(index, demande).Take(demande.Limite).Select(l => Montrer(index, l.Rang, demande.Quand, l.DistanceM))];
    }

    public int Compter(DemandeDAccueil demande) => demande is { Ouverts: true, Jusqua: not null } ? Trouves(catalogue.Index, demande).Count() : catalogue.Index.Chercher(Criteres(demande)).Total;

    public LieuQuiRecoit? Trouver(string? id, DateTimeOffset quand)
    {
        var index = catalogue.Index;
        return id is not null && index.RangDe(id) is >= 0 and var rang ? Montrer(index, rang, quand, null) : null;
    }

    private static IEnumerable<LieuTrouve> Trouves(IndexLieux index, DemandeDAccueil demande)
    {
        if (demande is not { Ouverts: true, Jusqua: { } jusqua })
        {
            return index.Chercher(Criteres(demande)).Lieux;
        }

        // A day at most: every half-hour of it.
        var fin = jusqua < demande.Quand.AddDays(1) ? jusqua : demande.Quand.AddDays(1);
        return index.Chercher(Criteres(demande with { Ouverts = false, Limite = PlageMax })).Lieux.Where(l => OuvertUnMoment(index, l.Rang, demande.Quand, fin));
    }

    private static bool OuvertUnMoment(IndexLieux index, int rang, DateTimeOffset debut, DateTimeOffset fin)
    {
        var (horaires, departement) = index.Etats.De(index.HorairesDe(rang));
        for (var instant = debut; horaires is not null && instant < fin; instant += Pas)
        {
            if (EtatsOuverture.De(horaires, instant, departement) == Ouverture.Ouvert)
            {
                return true;
            }
        }

        return false;
    }

    private static Criteres Criteres(DemandeDAccueil demande)
    {
        var centre = new Domain.Position(demande.Latitude, demande.Longitude);
        return centre.Valable
            ? new Criteres
            {
                Centre = centre,
                RayonKm = demande.RayonKm,
                Choix = Choix(Filtre.Service, demande.Services) | Choix(Filtre.Dispositif, demande.Dispositifs) | Choix(Filtre.PriseEnCharge, demande.PrisesEnCharge),
                Ouverture = demande.Ouverts ? Ouverture.Ouvert : Ouverture.Aucune,
                Instant = demande.Quand,
                Tri = Tri.Distance,
                Limite = demande.Limite,
            }
            : throw new ArgumentException("The centre isn't a position.", nameof(demande));
    }

    private static ulong Choix(Filtre filtre, IReadOnlyList<string> libelles) => libelles.Aggregate(0UL, (choix, libelle) =>
        filtre.BitDe(libelle) is not 0 and var bit ? choix | bit : throw new ArgumentException($"« {libelle} » is no value of {filtre.Champ}.", nameof(libelles)));

    private static LieuQuiRecoit Montrer(IndexLieux index, int rang, DateTimeOffset quand, double? distanceM)
    {
        var connu = new ConnaissanceDuLieu(index, rang, quand, distanceM);
        var lieu = connu.Lieu;
        return new LieuQuiRecoit
        {
            Lieu = NomsDesLieux.Nommer(lieu),
            Adresse = connu.AdresseEnLigne,
            Complement = lieu.ComplementAdresse,
            Fuseau = FuseauHoraire.De(connu.Departement).Id,
            DistanceM = distanceM,
            DistanceEnMots = connu.DistanceEnMots,
            Ouvert = connu.Ouverture switch
            {
                Ouverture.Ouvert => true,
                Ouverture.Ferme => false,
                _ => null,
            },
            OuvertureEnMots = connu.OuvertureEnMots,
            Semaine = connu.Horaires is { } horaires
                ? [.. SemaineEnMots.Composer(horaires, quand, connu.Departement, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName).Select(j => (j.Nom, string.Join(", ", j.Plages.Select(p => p.Texte))))]
                : [],
            Telephone = connu.TelephoneLisible,
            LienTelephone = connu.LienTelephone,
            Courriel = lieu.Courriels.FirstOrDefault(),
            Services = lieu.Services,
            Dispositifs = lieu.DispositifProgrammesNationaux,
            PrisesEnCharge = lieu.PriseEnChargeSpecifique,
            Pratique = [.. connu.Valeurs(Filtre.Frais).Concat(connu.Valeurs(Filtre.Acces))],
            ServicesDeduits = connu.ServicesDeduits,
            FicheAccesLibre = lieu.FicheAccesLibre,
        };
    }
}
