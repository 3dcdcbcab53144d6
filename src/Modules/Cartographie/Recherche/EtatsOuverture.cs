using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Horaires.Calendrier;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>
/// The opening state of all places at an instant. Many places share the same hours: each distinct string is understood once, and evaluated once
/// a minute, by calendar: the clock and the public holidays. On a holiday of which hours say nothing, they are those of another day: the state is unknown.
/// </summary>
internal sealed class EtatsOuverture
{
    private readonly Dictionary<(string Texte, string Ou), int> _numeros = [];
    private readonly Dictionary<string, HorairesOsm?> _analyses = new(StringComparer.Ordinal);
    private readonly List<(HorairesOsm? Horaires, string Departement)> _groupes = [(null, "75")];
    private Etat? _dernier;

    /// <summary>The states at one minute.</summary>
    public readonly struct Instantane(byte[] etats)
    {
        public Ouverture this[int numero] => (Ouverture)etats[numero];
    }

    private sealed record Etat(long Minute, byte[] Etats);

    /// <summary>Number of the hours of a place; 0 when there are none. Hours not understood are unknown. Called while the index is built only.</summary>
    public int Numero(string? horaires, string? departement)
    {
        if (string.IsNullOrEmpty(horaires))
        {
            return 0;
        }

        if (!_analyses.TryGetValue(horaires, out var analyse))
        {
            _analyses[horaires] = analyse = HorairesDuLieu.Lire(horaires);
        }

        if (analyse is null)
        {
            return 0;
        }

        var d = departement ?? "75";
        var cle = (horaires, JoursFeries.ACalendrierPropre(d) ? d : FuseauHoraire.De(d).Id);
        if (!_numeros.TryGetValue(cle, out var numero))
        {
            _numeros[cle] = numero = _groupes.Count;
            _groupes.Add((analyse, d));
        }

        return numero;
    }

    /// <summary>The hours understood of a number, and the département they are read in.</summary>
    public (HorairesOsm? Horaires, string Departement) De(int numero) => _groupes[numero];

    /// <summary>The states at that instant, to the minute.</summary>
    public Instantane A(DateTimeOffset instant)
    {
        var minute = instant.UtcTicks / TimeSpan.TicksPerMinute;
        if (Volatile.Read(ref _dernier) is { } dernier && dernier.Minute == minute)
        {
            return new Instantane(dernier.Etats);
        }

        var a = new DateTimeOffset(minute * TimeSpan.TicksPerMinute, TimeSpan.Zero);
        var etats = new byte[_groupes.Count];
        etats[0] = (byte)Ouverture.Inconnu;
        for (var i = 1; i < etats.Length; i++)
        {
            var (horaires, departement) = _groupes[i];
            etats[i] = (byte)De(horaires!, a, departement);
        }

        Volatile.Write(ref _dernier, new Etat(minute, etats));
        return new Instantane(etats);
    }

    /// <summary>The state of hours at an instant.</summary>
    public static Ouverture De(HorairesOsm horaires, DateTimeOffset instant, string departement) =>
        EnMots.FerieAVerifier(horaires, instant, departement) ? Ouverture.Inconnu : horaires.EtatA(instant, departement).Etat switch
        {
            EtatOuverture.Ouvert => Ouverture.Ouvert,
            EtatOuverture.Ferme => Ouverture.Ferme,
            _ => Ouverture.Inconnu,
        };
}
