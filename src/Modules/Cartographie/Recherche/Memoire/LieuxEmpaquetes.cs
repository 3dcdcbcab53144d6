using System.Text;
using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Recherche.Memoire;

/// <summary>
/// The sheets of the places in a few hundred bytes each, made again when one is shown. A search tests none of their texts, and an object with its forty fields and its
/// strings weighs five times as much. What many share (lists of services, hours, sources) is kept once.
/// </summary>
internal sealed class LieuxEmpaquetes
{
    // Blocks of some twenty kilobytes: none is large, however many places there are.
    private const int ParBloc = 64;

    private readonly byte[][] _blocs;
    private readonly int[] _debuts;
    private readonly double[] _latitudes, _longitudes;
    private readonly EcritureEmpaquetee.Partages _partages;

    /// <param name="lieux">The places, at their rows.</param>
    public LieuxEmpaquetes(Lieu[] lieux)
    {
        _blocs = new byte[(lieux.Length + ParBloc - 1) / ParBloc][];
        (_debuts, _latitudes, _longitudes) = (new int[lieux.Length], new double[lieux.Length], new double[lieux.Length]);
        var ecriture = new EcritureEmpaquetee();
        for (var rang = 0; rang < lieux.Length; rang++)
        {
            _debuts[rang] = ecriture.Longueur;
            (_latitudes[rang], _longitudes[rang]) = (lieux[rang].Latitude ?? double.NaN, lieux[rang].Longitude ?? double.NaN);
            Ecrire(ecriture, lieux[rang]);
            if ((rang + 1) % ParBloc == 0 || rang == lieux.Length - 1)
            {
                _blocs[rang / ParBloc] = ecriture.Detacher();
            }
        }

        _partages = ecriture.Partager();
    }

    public int Nombre => _debuts.Length;

    /// <summary>What the sheets weigh, without what they share: watched by a test.</summary>
    public long Octets => _blocs.Sum(b => (long)b.Length);

    /// <summary>A copy of the place, without the print of its source's row.</summary>
    public Lieu this[int rang] => Lire(Ouvrir(rang), Connu(_latitudes[rang]), Connu(_longitudes[rang]));

    /// <summary>Where a place is.</summary>
    public Position? PositionDe(int rang) => double.IsNaN(_latitudes[rang]) || double.IsNaN(_longitudes[rang]) ? null : new Position(_latitudes[rang], _longitudes[rang]);

    /// <summary>The bytes of the id of a place.</summary>
    public ReadOnlySpan<byte> OctetsDeLId(int rang) => Ouvrir(rang).Octets();

    /// <summary>The id of a place.</summary>
    public string IdDe(int rang) => Encoding.UTF8.GetString(OctetsDeLId(rang));

    private LectureEmpaquetee Ouvrir(int rang) => new(_blocs[rang / ParBloc].AsSpan(_debuts[rang]), _partages);

    private static double? Connu(double nombre) => double.IsNaN(nombre) ? null : nombre;

    private static void Ecrire(EcritureEmpaquetee e, Lieu l)
    {
        e.Texte(l.Id);
        e.Texte(l.Pivot);
        e.Texte(l.Nom);
        e.Texte(l.Commune);
        e.Texte(l.CodePostal);
        e.Texte(l.CodeInsee);
        e.Texte(l.Adresse);
        e.Texte(l.ComplementAdresse);
        e.Partage(l.Typologie);
        e.Texte(l.Telephone);
        e.Textes(l.Courriels);
        e.Textes(l.SiteWeb);
        e.Partage(l.Horaires);
        e.Texte(l.PresentationResume);
        e.Texte(l.PresentationDetail);
        e.Partage(l.Source);
        e.Partage(l.Itinerance);
        e.Texte(l.StructureParente);
        e.Jour(l.DateMaj);
        e.Partage(l.Services);
        e.Partage(l.PublicsSpecifiquementAdresses);
        e.Partage(l.PriseEnChargeSpecifique);
        e.Partage(l.FraisACharge);
        e.Partage(l.DispositifProgrammesNationaux);
        e.Partage(l.FormationsLabels);
        e.Partage(l.AutresFormationsLabels);
        e.Partage(l.ModalitesAcces);
        e.Partage(l.ModalitesAccompagnement);
        e.Texte(l.FicheAccesLibre);
        e.Texte(l.PriseRdv);
        e.Partage(l.Retenu);
        e.Partage(l.CreeLe);
        e.Partage(l.ModifieLe);
        e.Partage(l.VerifieLe);
    }

    // An initialiser runs in the order of its text, which is that of the writing.
    private static Lieu Lire(LectureEmpaquetee lu, double? latitude, double? longitude) => new()
    {
        Id = lu.Texte()!,
        Pivot = lu.Texte(),
        Nom = lu.Texte()!,
        Commune = lu.Texte()!,
        CodePostal = lu.Texte()!,
        CodeInsee = lu.Texte(),
        Adresse = lu.Texte(),
        ComplementAdresse = lu.Texte(),
        Latitude = latitude,
        Longitude = longitude,
        Typologie = lu.Liste(),
        Telephone = lu.Texte(),
        Courriels = lu.Textes(),
        SiteWeb = lu.Textes(),
        Horaires = lu.Valeur(),
        PresentationResume = lu.Texte(),
        PresentationDetail = lu.Texte(),
        Source = lu.Valeur()!,
        Itinerance = lu.Liste(),
        StructureParente = lu.Texte(),
        DateMaj = lu.Jour(),
        Services = lu.Liste(),
        PublicsSpecifiquementAdresses = lu.Liste(),
        PriseEnChargeSpecifique = lu.Liste(),
        FraisACharge = lu.Liste(),
        DispositifProgrammesNationaux = lu.Liste(),
        FormationsLabels = lu.Liste(),
        AutresFormationsLabels = lu.Liste(),
        ModalitesAcces = lu.Liste(),
        ModalitesAccompagnement = lu.Liste(),
        FicheAccesLibre = lu.Texte(),
        PriseRdv = lu.Texte(),
        Retenu = lu.Valeur(),
        Empreinte = [],
        CreeLe = lu.Instant()!.Value,
        ModifieLe = lu.Instant()!.Value,
        VerifieLe = lu.Instant(),
    };
}
