using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>
/// One filter over a closed list: any of the chosen values (OR); filters together (AND). Each value has a bit in the place's mask, and so has
/// « non renseigné »: not knowing is a third answer, never a « no ».
/// </summary>
internal sealed class Filtre
{
    /// <summary>Value, in addresses, for places that say nothing.</summary>
    public const string NonRenseigne = "non-renseigne";

    private readonly string[] _slugs;
    private readonly Dictionary<string, ulong> _bitParSlug;

    private Filtre(string parametre, string champ, ListeFermee valeurs, int decalage, Func<Lieu, IReadOnlyList<string>> lire)
    {
        Parametre = parametre;
        Champ = champ;
        Valeurs = valeurs;
        Decalage = decalage;
        Lire = lire;
        Nombre = valeurs.Libelles.Count + 1;
        Masque = ((1UL << Nombre) - 1) << decalage;
        _slugs = [.. valeurs.Slugs, NonRenseigne];
        _bitParSlug = Enumerable.Range(0, _slugs.Length).ToDictionary(i => _slugs[i], Bit, StringComparer.Ordinal);
    }

    /// <summary>Name in addresses ("service").</summary>
    public string Parametre { get; }

    /// <summary>Name of the field in the standard ("services"), accepted as a parameter too.</summary>
    public string Champ { get; }

    public ListeFermee Valeurs { get; }

    /// <summary>How many bits it has: one for each value, and « non renseigné ».</summary>
    public int Nombre { get; }

    /// <summary>First bit.</summary>
    public int Decalage { get; }

    /// <summary>All the filter's bits.</summary>
    public ulong Masque { get; }

    public Func<Lieu, IReadOnlyList<string>> Lire { get; }

    /// <summary>Bits of a place.</summary>
    public ulong Bits(Lieu lieu)
    {
        ulong bits = 0;
        foreach (var valeur in Lire(lieu))
        {
            for (var i = 0; i < Valeurs.Libelles.Count; i++)
            {
                if (Valeurs.Libelles[i] == valeur)
                {
                    bits |= 1UL << (Decalage + i);
                }
            }
        }

        return bits != 0 ? bits : Bit(Valeurs.Libelles.Count);
    }

    /// <summary>The bit of the value number <paramref name="i"/>; the last is « non renseigné ».</summary>
    public ulong Bit(int i) => 1UL << (Decalage + i);

    /// <summary>The bit of a label or slug, or 0 when it isn't accepted.</summary>
    public ulong BitDe(string texte)
    {
        if (_bitParSlug.TryGetValue(texte, out var bit))
        {
            return bit;
        }

        var libelle = Valeurs.Trouver(texte);
        for (var i = 0; i < Valeurs.Libelles.Count; i++)
        {
            if (Valeurs.Libelles[i] == libelle)
            {
                return Bit(i);
            }
        }

        return 0;
    }

    /// <summary>Slugs of the values chosen in a mask.</summary>
    public IEnumerable<string> Choisies(ulong masque)
    {
        for (var i = 0; i <= Valeurs.Libelles.Count; i++)
        {
            if ((masque & Bit(i)) != 0)
            {
                yield return SlugDe(i);
            }
        }
    }

    public string SlugDe(int i) => _slugs[i];

    public static readonly Filtre Service, Public, PriseEnCharge, Frais, Itinerance, Dispositif, Acces, Accompagnement, Rdv, AccesLibre;

    /// <summary>All filters; together they fit in 64 bits.</summary>
    public static readonly IReadOnlyList<Filtre> Tous;

    static Filtre()
    {
        var tous = new List<Filtre>();
        var bit = 0;
        Filtre Ajouter(string parametre, string champ, ListeFermee valeurs, Func<Lieu, IReadOnlyList<string>> lire)
        {
            var filtre = new Filtre(parametre, champ, valeurs, bit, lire);
            bit += valeurs.Libelles.Count + 1;
            tous.Add(filtre);
            return bit <= 64 ? filtre : throw new InvalidOperationException("The filters no longer fit in 64 bits: give the mask a second word.");
        }

        Service = Ajouter("service", "services", Vocabulaire.Services, l => l.Services);
        Frais = Ajouter("frais", "frais_a_charge", Vocabulaire.Frais, l => l.FraisACharge);
        Acces = Ajouter("acces", "modalites_acces", Vocabulaire.ModalitesAcces, AccesPossibles.De);
        Accompagnement = Ajouter("accompagnement", "modalites_accompagnement", Vocabulaire.Accompagnements, l => l.ModalitesAccompagnement);
        Public = Ajouter("public", "publics_specifiquement_adresses", Vocabulaire.Publics, l => l.PublicsSpecifiquementAdresses);
        PriseEnCharge = Ajouter("prise_en_charge", "prise_en_charge_specifique", Vocabulaire.PrisesEnCharge, l => l.PriseEnChargeSpecifique);
        Dispositif = Ajouter("dispositif", "dispositif_programmes_nationaux", Vocabulaire.Dispositifs, l => l.DispositifProgrammesNationaux);
        Itinerance = Ajouter("itinerance", "itinerance", Vocabulaire.Itinerances, l => l.Itinerance);
        Rdv = Ajouter("rdv", "prise_rdv", Vocabulaire.Oui, l => l.PriseRdv is null ? [] : Vocabulaire.Oui.Libelles);
        AccesLibre = Ajouter("accessibilite", "fiche_acces_libre", Vocabulaire.Oui, l => l.FicheAccesLibre is null ? [] : Vocabulaire.Oui.Libelles);
        Tous = tous;
    }
}
