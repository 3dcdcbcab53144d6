using FaireAvec.Cartographie.Horaires;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>
/// The opening state of all places at an instant. Many places share the same hours: each distinct string is understood once, and evaluated once
/// a minute, by calendar: the clock and the public holidays. On a holiday of which hours say nothing, they are those of another day: the state is unknown.
/// </summary>
internal sealed class EtatsOuverture
{
    private readonly (HorairesOsm? Horaires, string Departement)[] _groupes;
    private Etat? _dernier;

    /// <param name="groupes">Hours and where they are read, at their numbers; the first has none.</param>
    public EtatsOuverture((HorairesOsm? Horaires, string Departement)[] groupes) => _groupes = groupes;

    /// <summary>The states at one minute.</summary>
    public readonly struct Instantane(byte[] etats)
    {
        public Ouverture this[int numero] => (Ouverture)etats[numero];
    }

    private sealed record Etat(long Minute, byte[] Etats);

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
        var etats = new byte[_groupes.Length];
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
